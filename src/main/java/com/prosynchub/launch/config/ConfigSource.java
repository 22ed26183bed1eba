package com.prosynchub.launch.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The values of a connection file, overridden by those of the environment. Immutable once made. */
final class ConfigSource {
    private static final String PREFIX = "PROSYNCHUB_";
    /** Variables of other meaning: what to open, who signs in, and what the start script reads. */
    private static final Set<String> OTHER_VARIABLES = Set.of(
            "PROSYNCHUB_CONFIG",
            "PROSYNCHUB_DATA_DIR",
            "PROSYNCHUB_USER",
            "PROSYNCHUB_PASSWORD",
            "PROSYNCHUB_JAVA_HOME",
            "PROSYNCHUB_JAVA_OPTS");

    private final Map<Key, String> values = new EnumMap<>(Key.class);
    private final Path base;

    private ConfigSource(Path base) {
        this.base = base;
    }

    static ConfigSource of(Optional<Path> file, Map<String, String> environment) {
        ConfigSource source = new ConfigSource(file.map(Path::toAbsolutePath)
                .flatMap(path -> Optional.ofNullable(path.getParent()))
                .orElseGet(() -> Path.of("").toAbsolutePath()));
        file.ifPresent(source::readFile);
        source.readEnvironment(environment);
        return source;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Optional<String> value(Key key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Returns the value, or the content of the file that the other key names. */
    Optional<String> secret(Key key, Key fileKey) {
        if (values.containsKey(key) && values.containsKey(fileKey)) {
            throw new ConfigException("Give either " + key.word() + " or " + fileKey.word() + ", not both.");
        }
        return value(key).or(() -> value(fileKey).map(name -> contentOf(fileKey, base.resolve(name))));
    }

    String required(Key key) {
        return value(key)
                .orElseThrow(() ->
                        new ConfigException("The configuration lacks " + key.word() + " (or " + key.variable() + ")."));
    }

    private void readFile(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException missing) {
            throw new ConfigException("There is no configuration file " + file + ".", missing);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigException(
                    "The configuration file " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        List<String> words = Arrays.stream(Key.values()).map(Key::word).toList();
        for (String word : new TreeSet<>(properties.stringPropertyNames())) {
            Key key = Key.ofWord(word)
                    .orElseThrow(() -> new ConfigException("The configuration file " + file + " has an unknown key "
                            + word + "; did you mean " + NearestWord.of(word, words) + "?"));
            put(key, properties.getProperty(word));
        }
    }

    private void readEnvironment(Map<String, String> environment) {
        Set<String> known = new TreeSet<>(OTHER_VARIABLES);
        Arrays.stream(Key.values()).map(Key::variable).forEach(known::add);
        for (String name : new TreeSet<>(environment.keySet())) {
            if (!name.startsWith(PREFIX) || OTHER_VARIABLES.contains(name)) {
                continue;
            }
            Key key = Key.ofVariable(name)
                    .orElseThrow(() -> new ConfigException("The environment has an unknown variable " + name
                            + "; did you mean " + NearestWord.of(name, known) + "?"));
            put(key, environment.getOrDefault(name, ""));
        }
    }

    private void put(Key key, String value) {
        if (value.isBlank()) {
            throw new ConfigException("The configuration gives no value for " + key.word() + ".");
        }
        values.put(key, value.strip());
    }

    private static String contentOf(Key key, Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new ConfigException("The file " + file + " named by " + key.word() + " cannot be read.", unreadable);
        }
    }
}
