package com.prosynchub.data.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The passwords of the embedded database, made on the first start and kept in a file of the owner. Immutable. */
final class Secrets {
    private static final int BYTES = 32;

    private final Map<String, String> byLogin;

    private Secrets(Map<String, String> byLogin) {
        this.byLogin = Map.copyOf(byLogin);
    }

    /** Makes a password of 256 random bits for every login. */
    static Secrets generate(Iterable<String> logins) {
        return new Secrets(Map.of()).with(logins);
    }

    /** Returns these secrets and a fresh one for every login that has none yet. */
    Secrets with(Iterable<String> logins) {
        SecureRandom random = new SecureRandom();
        Map<String, String> all = new TreeMap<>(byLogin);
        for (String login : logins) {
            all.computeIfAbsent(login, ignored -> {
                byte[] bytes = new byte[BYTES];
                random.nextBytes(bytes);
                return HexFormat.of().formatHex(bytes);
            });
        }
        return new Secrets(all);
    }

    /** Reads the file, or returns null where it is not one of ours. */
    static @Nullable Secrets read(Path file) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException notProperties) {
            return null;
        }
        Map<String, String> all = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            String value = properties.getProperty(name);
            if (value.length() != 2 * BYTES) {
                return null;
            }
            all.put(name, value);
        }
        return new Secrets(all);
    }

    void write(Path file) throws IOException {
        StringWriter text = new StringWriter();
        text.write("# Passwords of the embedded database. Whoever reads this file can read and change everything.\n");
        new TreeMap<>(byLogin).forEach((login, password) -> text.write(login + "=" + password + "\n"));
        OwnerOnly.write(file, text.toString());
    }

    boolean knows(String login) {
        return byLogin.containsKey(login);
    }

    boolean sameAs(Secrets other) {
        return byLogin.equals(other.byLogin);
    }

    /** Returns the password of a login that {@link #knows} it. */
    String of(String login) {
        String password = byLogin.get(login);
        if (password == null) {
            throw new IllegalArgumentException("No secret for login " + login);
        }
        return password;
    }

    @Override
    public String toString() {
        return "Secrets" + byLogin.keySet();
    }
}
