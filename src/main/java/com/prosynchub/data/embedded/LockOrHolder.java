package com.prosynchub.data.embedded;

import com.prosynchub.data.embedded.EmbeddedStoreException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a start finds: the lock is ours, or somebody else runs the stores.
 *
 * @param lock the lock, now held by this process; null where another holds it
 * @param holder the process whose stores answer; null where the lock is ours
 */
record LockOrHolder(@Nullable DirectoryLock lock, @Nullable Holder holder) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONNECT_MILLIS = 2000;

    /** Waits while another process is starting or stopping, up to a minute. */
    static LockOrHolder await(DataDirectory directory) throws IOException {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (true) {
            DirectoryLock lock = DirectoryLock.tryTake(directory.root(), DataDirectory.LOCK);
            if (lock != null) {
                return new LockOrHolder(lock, null);
            }
            Holder holder = Holder.read(directory.runtime());
            if (holder != null && holder.alive() && holder.ready() && answers(holder)) {
                return new LockOrHolder(null, holder);
            }
            if (Instant.now().isAfter(giveUp)) {
                throw held(directory, holder);
            }
            pause();
        }
    }

    private static EmbeddedStoreException held(DataDirectory directory, @Nullable Holder holder) {
        return new EmbeddedStoreException(
                Reason.HELD,
                "The data directory " + directory.root() + " is in use by "
                        + (holder == null ? "another process" : holder.words())
                        + ", and its stores do not answer. Close that program, or choose another directory.");
    }

    private static boolean answers(Holder holder) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), holder.postgresPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException down) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(150));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStoreException(Reason.FAILED, "The start was interrupted.", stopped);
        }
    }
}
