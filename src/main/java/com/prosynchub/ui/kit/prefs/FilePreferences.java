package com.prosynchub.ui.kit.prefs;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preferences in {@code preferences.properties} of the configuration folder. Reading happens once, at construction; writing
 * happens on the given executor, into a new file that then replaces the old one, so a crash leaves either whole. Used on the
 * FX thread.
 */
public final class FilePreferences implements Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(FilePreferences.class);

    private final Path file;
    private final Executor writer;
    private final Map<String, String> values = new TreeMap<>();

    /** Reads the file in {@code folder}; a missing or broken one means no preferences yet. */
    public FilePreferences(Path folder, Executor writer) {
        this.file = folder.resolve("preferences.properties");
        this.writer = writer;
        load();
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(String key, String value) {
        if (!value.equals(values.put(key, value))) {
            save();
        }
    }

    @Override
    public void remove(String key) {
        if (values.remove(key) != null) {
            save();
        }
    }

    private void load() {
        if (!Files.isRegularFile(file)) {
            return;
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
            read.stringPropertyNames().forEach(key -> values.put(key, read.getProperty(key)));
        } catch (IOException | IllegalArgumentException broken) {
            LOG.warn("Preferences in {} cannot be read and are started anew", file, broken);
        }
    }

    private void save() {
        Properties snapshot = new Properties();
        snapshot.putAll(values);
        writer.execute(() -> write(snapshot));
    }

    private synchronized void write(Properties snapshot) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                snapshot.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            LOG.warn("Preferences cannot be written to {}", file, failed);
        }
    }
}
