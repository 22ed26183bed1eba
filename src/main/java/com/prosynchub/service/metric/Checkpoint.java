package com.prosynchub.service.metric;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.service.metric.mapping.ImportMapping;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers beside the data how far an import came, so that running it again goes on there. It only saves time: whether
 * a sample is stored already is decided by the store. For one thread.
 */
final class Checkpoint {
    private static final int SAMPLE = 1 << 16;

    private final @Nullable Path file;

    private Checkpoint(@Nullable Path file) {
        this.file = file;
    }

    /** Of this very file under this very mapping. */
    static Checkpoint of(ImportRequest request) throws IOException {
        Path folder = request.checkpoints();
        if (folder == null || request.dryRun() || !Files.isRegularFile(request.file())) {
            return new Checkpoint(null);
        }
        Files.createDirectories(folder);
        return new Checkpoint(
                folder.resolve("import-" + fingerprint(request.file(), request.mapping()) + ".checkpoint"));
    }

    /** The last line that was dealt with, 0 for none; doubted unless the store has the last sample. */
    long line(MetricHistoryRepository history) throws IOException {
        if (file == null || !Files.exists(file)) {
            return 0;
        }
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
            UUID asset = UUID.fromString(kept.getProperty("asset", ""));
            Instant time = Instant.ofEpochMilli(Long.parseLong(kept.getProperty("time", "")));
            long line = Long.parseLong(kept.getProperty("line", ""));
            return history.count(asset, time, time.plusMillis(1)) > 0 ? line : 0;
        } catch (IllegalArgumentException damaged) {
            return 0;
        }
    }

    void save(long line, UUID asset, Instant time) throws IOException {
        if (file == null) {
            return;
        }
        Properties kept = new Properties();
        kept.setProperty("line", Long.toString(line));
        kept.setProperty("asset", asset.toString());
        kept.setProperty("time", Long.toString(time.toEpochMilli()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            kept.store(out, null);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    void clear() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private static String fingerprint(Path file, ImportMapping mapping) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = channel.size();
            digest.update((size + "/" + Files.getLastModifiedTime(file).toMillis() + "/" + mapping.asset() + "/"
                            + mapping.time() + "/" + mapping.format() + "/" + mapping.metrics())
                    .getBytes(StandardCharsets.UTF_8));
            for (long start : new long[] {0, Math.max(0, size - SAMPLE)}) {
                var buffer = java.nio.ByteBuffer.allocate(SAMPLE);
                channel.position(start).read(buffer);
                digest.update(buffer.flip());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
