package com.prosynchub.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, found from the build's base directory. */
final class SourceFiles {
    static final Path BASE = Path.of(System.getProperty("project.basedir", "."));
    static final Path MAIN = BASE.resolve("src/main/java");
    static final Path TEST = BASE.resolve("src/test/java");

    private SourceFiles() {}

    static List<Path> java(Path root) {
        return below(root, ".java");
    }

    static List<Path> below(Path root, String ending) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(p -> p.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path as the reader of a failure would type it. */
    static String shown(Path file) {
        return BASE.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString();
    }
}
