package com.prosynchub.launch.wiring;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every thread of the program but JavaFX's own: named, daemon, and never dying in silence. Safe for all threads; closing
 * it ends all executors.
 */
public final class Threads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int WORKERS = 6;

    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor scheduler;

    public Threads() {
        workers = Executors.newFixedThreadPool(WORKERS, factory("worker"));
        scheduler = new ScheduledThreadPoolExecutor(4, factory("scheduler"));
        scheduler.setRemoveOnCancelPolicy(true);
    }

    /** For the tasks of screens: short, many, never more at once than the session's pool has connections. */
    public ExecutorService workers() {
        return workers;
    }

    /** For what happens again and again, or later. */
    public ScheduledExecutorService scheduler() {
        return scheduler;
    }

    /** Makes daemon threads that bear the name and a number. */
    public static ThreadFactory factory(String name) {
        return Thread.ofPlatform()
                .daemon(true)
                .name("prosynchub-" + name + "-", 1)
                .uncaughtExceptionHandler(
                        (thread, failure) -> LOG.error("Thread {} ended by an error", thread.getName(), failure))
                .factory();
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
