package com.prosynchub.data.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of no meaning that takes room on the disk. A full disk stops the database, and its recovery needs space too:
 * deleting this file gives it back. Stateless.
 */
final class Ballast {
    static final int BYTES = 32 * 1024 * 1024;
    private static final long ROOM_NEEDED = 20L * BYTES;
    private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);

    private Ballast() {}

    /** Writes the file unless it is there or the disk is nearly full. Never fails the start. */
    static void ensure(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) == BYTES) {
                return;
            }
            if (Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() < ROOM_NEEDED) {
                LOG.warn("The disk is nearly full, so no reserve file is kept at {}", file);
                return;
            }
            OwnerOnly.write(file, "");
            byte[] chunk = new byte[1024 * 1024];
            // Random bytes, since a file system that compresses would keep zeros for nothing.
            SplittableRandom random = new SplittableRandom();
            try (OutputStream out = Files.newOutputStream(file)) {
                for (int written = 0; written < BYTES; written += chunk.length) {
                    random.nextBytes(chunk);
                    out.write(chunk);
                }
            }
        } catch (IOException failed) {
            LOG.warn("The reserve file {} could not be written", file, failed);
        }
    }
}
