package com.prosynchub.data.embedded;

import java.nio.file.Path;

/**
 * Where everything of one embedded installation lives. Immutable.
 *
 * <p>All that must come into being together (database files and the secrets that open them) sits below {@code store},
 * so that one rename completes a first start and nothing half made ever bears that name.
 *
 * @param root the data directory
 */
record DataDirectory(Path root) {
    static final String LOCK = "lock";

    /** Files and folders that may be there although no store has been created yet. */
    boolean mayPrecedeTheStore(String name) {
        return name.equals(LOCK)
                || name.equals("runtime.properties")
                || name.equals("logs")
                || name.equals("ballast")
                || name.startsWith("store.new");
    }

    Path runtime() {
        return root.resolve("runtime.properties");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path ballast() {
        return root.resolve("ballast");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path store() {
        return root.resolve("store");
    }

    /** The store while a first start is still making it. */
    Path unfinishedStore() {
        return root.resolve("store.new");
    }

    Path postgres() {
        return postgresOf(store());
    }

    Path secrets() {
        return secretsOf(store());
    }

    static Path postgresOf(Path store) {
        return store.resolve("postgres");
    }

    static Path secretsOf(Path store) {
        return store.resolve("secrets.properties");
    }
}
