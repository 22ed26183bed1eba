package com.prosynchub.data.embedded;

import com.prosynchub.data.embedded.EmbeddedStoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a data directory before anything in it is touched. Only reads. Stateless. */
final class StoreInspection {
    private static final int CONTROL_FILE_BYTES = 8192;

    private StoreInspection() {}

    /**
     * Returns whether the directory holds a store that can be started; false where it holds none yet.
     *
     * @throws EmbeddedStoreException where it holds something else, or a store with a visible fault
     */
    static boolean holdsStore(DataDirectory directory, int major) throws IOException {
        if (!Files.exists(directory.store())) {
            refuseForeignFiles(directory);
            return false;
        }
        refuseOpenRights(directory);
        Secrets secrets = Files.isReadable(directory.secrets()) ? Secrets.read(directory.secrets()) : null;
        if (secrets == null || !secrets.knows(EmbeddedCluster.SUPERUSER)) {
            throw damaged(directory, "the file " + directory.secrets() + " with its passwords is missing or damaged");
        }
        Path postgres = directory.postgres();
        Path version = postgres.resolve("PG_VERSION");
        if (!Files.isRegularFile(version)) {
            throw damaged(directory, "the file " + version + " is missing");
        }
        String found = Files.readString(version).strip();
        if (!found.equals(Integer.toString(major))) {
            throw damaged(
                    directory,
                    "it was written by PostgreSQL " + (found.isEmpty() ? "of an unknown version" : found)
                            + ", and this release brings " + major);
        }
        Path control = postgres.resolve("global").resolve("pg_control");
        if (!Files.isRegularFile(control) || Files.size(control) != CONTROL_FILE_BYTES) {
            throw damaged(directory, "the file " + control + " is missing or damaged");
        }
        for (String folder : List.of("base", "pg_wal", "pg_xact")) {
            if (!Files.isDirectory(postgres.resolve(folder))) {
                throw damaged(directory, "the folder " + postgres.resolve(folder) + " is missing");
            }
        }
        return true;
    }

    private static void refuseForeignFiles(DataDirectory directory) throws IOException {
        String foreign = firstForeign(directory);
        if (foreign == null) {
            return;
        }
        if (foreign.equals(directory.keys().getFileName().toString())) {
            throw damaged(directory, "the folder " + directory.store() + " is missing");
        }
        throw new EmbeddedStoreException(
                Reason.DAMAGED,
                "The folder " + directory.root() + " holds other files (such as " + foreign
                        + "); choose an empty one for the data. Nothing was changed.");
    }

    private static @Nullable String firstForeign(DataDirectory directory) throws IOException {
        if (!Files.exists(directory.root())) {
            return null;
        }
        try (Stream<Path> children = Files.list(directory.root())) {
            return children.map(child -> child.getFileName().toString())
                    .filter(name -> !directory.mayPrecedeTheStore(name))
                    .sorted()
                    .findFirst()
                    .orElse(null);
        }
    }

    private static void refuseOpenRights(DataDirectory directory) throws IOException {
        for (Path path : List.of(directory.root(), directory.store(), directory.secrets(), directory.postgres())) {
            if (Files.exists(path) && OwnerOnly.openToOthers(path)) {
                throw new EmbeddedStoreException(
                        Reason.PERMISSIONS,
                        "Other users of this computer have rights on " + path
                                + ". If you trust that nobody has used them, run: chmod go-rwx '" + path
                                + "'. Nothing was changed.");
            }
        }
    }

    private static EmbeddedStoreException damaged(DataDirectory directory, String what) {
        return new EmbeddedStoreException(
                Reason.DAMAGED,
                "The data directory " + directory.root() + " cannot be used: " + what
                        + ". Nothing was changed; restore it from a backup or choose another directory.");
    }
}
