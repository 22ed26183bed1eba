package com.prosynchub.launch.cli;

import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.launch.wiring.Threads;
import java.util.concurrent.atomic.AtomicBoolean;

/** Closes the stores once: at the end of a command, or when the process is told to end before. Any thread. */
final class Closing implements AutoCloseable {
    private final BootWiring boot;
    private final AtomicBoolean closed = new AtomicBoolean();

    Closing(BootWiring boot) {
        this.boot = boot;
        Runtime.getRuntime().addShutdownHook(Threads.factory("shutdown").newThread(this::closeOnce));
    }

    BootWiring boot() {
        return boot;
    }

    @Override
    public void close() {
        closeOnce();
    }

    private void closeOnce() {
        if (closed.compareAndSet(false, true)) {
            boot.close();
        }
    }
}
