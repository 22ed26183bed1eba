package com.prosynchub.data.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a data directory, held by one process at a time. The operating system takes it back when the
 * process ends, however it ends, so a killed client never leaves it behind.
 */
final class DirectoryLock implements AutoCloseable {
    // POSIX drops a process's locks as soon as it closes any channel on the file, so this process must not open it
    // twice.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock, or returns null where another process, or this one, has it. */
    static @Nullable DirectoryLock tryTake(Path folder, String name) throws IOException {
        Path real = folder.toRealPath().resolve(name);
        if (!HELD.add(real)) {
            return null;
        }
        DirectoryLock taken = null;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                taken = new DirectoryLock(real, channel);
            }
            return taken;
        } finally {
            if (taken == null) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(real);
            }
        }
    }

    /** Gives the lock back; closing the channel releases it. */
    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
