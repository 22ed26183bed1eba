package com.prosynchub.launch.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every key of a connection file, and so every environment variable that stands for one. */
enum Key {
    WORKSTATION("workstation"),
    JDBC_URL("jdbc.url"),
    JDBC_USER("jdbc.user"),
    JDBC_PASSWORD("jdbc.password"),
    JDBC_PASSWORD_FILE("jdbc.password-file"),
    MONGODB_URI("mongodb.uri"),
    MONGODB_URI_FILE("mongodb.uri-file"),
    MONGODB_DATABASE("mongodb.database"),
    RELAY_USER("site.relay.user"),
    RELAY_PASSWORD("site.relay.password"),
    RELAY_PASSWORD_FILE("site.relay.password-file"),
    INGEST_USER("site.ingest.user"),
    INGEST_PASSWORD("site.ingest.password"),
    INGEST_PASSWORD_FILE("site.ingest.password-file"),
    SITE_MONGODB_URI("site.mongodb.uri"),
    SITE_MONGODB_URI_FILE("site.mongodb.uri-file"),
    OWNER_USER("owner.user"),
    OWNER_PASSWORD("owner.password"),
    OWNER_PASSWORD_FILE("owner.password-file");

    private final String word;

    Key(String word) {
        this.word = word;
    }

    /** The key as it stands in the file. */
    String word() {
        return word;
    }

    /** The environment variable of the same meaning. */
    String variable() {
        return "PROSYNCHUB_" + word.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static Optional<Key> ofWord(String word) {
        return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
    }

    static Optional<Key> ofVariable(String name) {
        return Arrays.stream(values())
                .filter(key -> key.variable().equals(name))
                .findFirst();
    }
}
