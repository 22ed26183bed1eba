package com.prosynchub.launch.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All that a start of the program was told. Immutable; holds secrets, which its text never shows.
 *
 * @param profile the stores to work on
 * @param folders the person's folders on this computer
 * @param workstation name of this workstation, for the audit
 */
public record AppConfig(Profile profile, UserFolders folders, String workstation) {
    private static final String DATABASE = "prosynchub";

    /** What stands on the command line. */
    public record Given(Optional<Path> dataDirectory, Optional<Path> configFile) {
        public static Given nothing() {
            return new Given(Optional.empty(), Optional.empty());
        }
    }

    /**
     * Reads the configuration: the command line wins over the environment, and the environment over the file.
     *
     * @throws ConfigException with a sentence that names what is wrong
     */
    public static AppConfig read(Given given, Map<String, String> environment, UserFolders folders) {
        Optional<Path> file = given.configFile().or(() -> pathOf(environment, "PROSYNCHUB_CONFIG")
                .filter(p -> given.dataDirectory().isEmpty()));
        ConfigSource source = ConfigSource.of(file, environment);
        String workstation = source.value(Key.WORKSTATION).orElse("local");
        if (file.isEmpty() && source.isEmpty()) {
            Path data = given.dataDirectory()
                    .or(() -> pathOf(environment, "PROSYNCHUB_DATA_DIR"))
                    .orElse(folders.data());
            return new AppConfig(new Profile.Embedded(data.toAbsolutePath().normalize()), folders, workstation);
        }
        if (given.dataDirectory().isPresent()) {
            throw new ConfigException(
                    "A data directory belongs to the embedded stores; leave --data-dir out, or the connection"
                            + " settings.");
        }
        return new AppConfig(server(source), folders, workstation);
    }

    /** Where the log of this start goes. */
    public Path logs() {
        return switch (profile) {
            case Profile.Embedded embedded -> embedded.dataDirectory().resolve("logs");
            case Profile.Server server ->
                folders.data()
                        .resolveSibling(folders.data().getFileName() + "-client")
                        .resolve("logs");
        };
    }

    private static Profile.Server server(ConfigSource source) {
        String url = source.required(Key.JDBC_URL);
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new ConfigException("The value of " + Key.JDBC_URL.word() + " must begin with jdbc:postgresql://.");
        }
        if (url.matches(".*[?&](user|password)=.*")) {
            throw new ConfigException("Keep user and password out of " + Key.JDBC_URL.word() + "; use "
                    + Key.JDBC_USER.word() + " and " + Key.JDBC_PASSWORD.word() + ".");
        }
        Credentials login = new Credentials(
                source.required(Key.JDBC_USER),
                source.secret(Key.JDBC_PASSWORD, Key.JDBC_PASSWORD_FILE).orElse(""));
        return new Profile.Server(
                new Profile.Relational(url, login),
                document(source, Key.MONGODB_URI, Key.MONGODB_URI_FILE)
                        .orElseThrow(() -> new ConfigException("The configuration lacks " + Key.MONGODB_URI.word()
                                + " (or " + Key.MONGODB_URI.variable() + ").")),
                site(source),
                credentials(source, Key.OWNER_USER, Key.OWNER_PASSWORD, Key.OWNER_PASSWORD_FILE));
    }

    private static Optional<Profile.Site> site(ConfigSource source) {
        Optional<Credentials> relay = credentials(source, Key.RELAY_USER, Key.RELAY_PASSWORD, Key.RELAY_PASSWORD_FILE);
        Optional<Credentials> ingest =
                credentials(source, Key.INGEST_USER, Key.INGEST_PASSWORD, Key.INGEST_PASSWORD_FILE);
        Optional<Profile.Document> document = document(source, Key.SITE_MONGODB_URI, Key.SITE_MONGODB_URI_FILE);
        if (relay.isEmpty() && ingest.isEmpty() && document.isEmpty()) {
            return Optional.empty();
        }
        if (relay.isEmpty() || document.isEmpty()) {
            throw new ConfigException("The site service needs both " + Key.RELAY_USER.word() + " and "
                    + Key.SITE_MONGODB_URI.word() + ".");
        }
        return Optional.of(new Profile.Site(relay.get(), ingest, document.get()));
    }

    private static Optional<Profile.Document> document(ConfigSource source, Key key, Key fileKey) {
        return source.secret(key, fileKey).map(uri -> {
            if (!uri.startsWith("mongodb://") && !uri.startsWith("mongodb+srv://")) {
                throw new ConfigException(
                        "The value of " + key.word() + " must begin with mongodb:// or mongodb+srv://.");
            }
            return new Profile.Document(uri, source.value(Key.MONGODB_DATABASE).orElse(DATABASE));
        });
    }

    private static Optional<Credentials> credentials(ConfigSource source, Key user, Key password, Key passwordFile) {
        Optional<String> secret = source.secret(password, passwordFile);
        if (secret.isPresent() && source.value(user).isEmpty()) {
            throw new ConfigException("The configuration has " + password.word() + " but lacks " + user.word() + ".");
        }
        return source.value(user).map(name -> new Credentials(name, secret.orElse("")));
    }

    private static Optional<Path> pathOf(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
