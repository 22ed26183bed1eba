package com.prosynchub.data.postgres.migration;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The SQL files on the class path. Migrations are handed to Flyway one by one instead of letting it scan: its scan would
 * descend into the demo folder, which must never reach a release database.
 */
final class MigrationScripts implements ResourceProvider {
    private static final String FOLDER = "db/postgresql";

    private final List<Script> scripts = new ArrayList<>();

    /**
     * Reads the migrations.
     *
     * @param highest migrations above this version are left out
     */
    MigrationScripts(int highest) {
        list(FOLDER).stream()
                .filter(script -> script.getFilename().startsWith("R__") || version(script.getFilename()) <= highest)
                .forEach(scripts::add);
    }

    /** The file's content, such as of {@code bootstrap.sql}. */
    static String read(String name) {
        return list(FOLDER, name).getFirst().text();
    }

    /** The highest version among the migrations of this program. */
    static int highestVersion() {
        return list(FOLDER).stream()
                .map(LoadableResource::getFilename)
                .filter(name -> name.startsWith("V"))
                .mapToInt(MigrationScripts::version)
                .max()
                .orElse(0);
    }

    private static int version(String name) {
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.stream()
                .filter(script -> script.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .filter(script -> script.getFilename().startsWith(prefix)
                        && Stream.of(suffixes).anyMatch(script.getFilename()::endsWith))
                .map(LoadableResource.class::cast)
                .toList();
    }

    private static List<Script> list(String folder) {
        return list(folder, "{V,R}*__*.sql");
    }

    private static List<Script> list(String folder, String glob) {
        URL url = MigrationScripts.class.getClassLoader().getResource(folder);
        if (url == null) {
            return List.of();
        }
        try {
            URI uri = url.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return list(Path.of(uri), folder, glob);
            }
            // A jar is one file system for the whole process: of two migrators the first would close it under the
            // second.
            synchronized (MigrationScripts.class) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    return list(jar.getPath(folder), folder, glob);
                } catch (java.nio.file.FileSystemAlreadyExistsException opened) {
                    // Somebody else of this process has the jar open: it stays theirs to close.
                    return list(shared(uri).getPath(folder), folder, glob);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The SQL files cannot be read", failed);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static FileSystem shared(URI uri) throws IOException {
        try {
            return FileSystems.getFileSystem(uri);
        } catch (FileSystemNotFoundException closedMeanwhile) {
            throw new IOException("The program's jar was closed while it was read", closedMeanwhile);
        }
    }

    private static List<Script> list(Path folder, String name, String glob) throws IOException {
        List<Script> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, glob)) {
            for (Path file : files) {
                found.add(new Script(name, file.getFileName().toString(), Files.readString(file)));
            }
        }
        return found;
    }

    /** One file, read whole. */
    private static final class Script extends LoadableResource {
        private final String folder;
        private final String name;
        private final String text;

        Script(String folder, String name, String text) {
            this.folder = folder;
            this.name = name;
            this.text = text;
        }

        String text() {
            return text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return folder + "/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return getAbsolutePath();
        }
    }
}
