package com.prosynchub.model.access;

import java.util.Locale;
import java.util.Optional;

/** A resource and what may be done with it. */
public record Permission(Resource resource, Action action) {

    public static Permission of(Resource resource, Action action) {
        return new Permission(resource, action);
    }

    /** Reads a key such as {@code asset:read}; empty for words this version does not know. */
    public static Optional<Permission> parse(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Permission(
                    Resource.valueOf(key.substring(0, colon).toUpperCase(Locale.ROOT)),
                    Action.valueOf(key.substring(colon + 1).toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException unknownWord) {
            return Optional.empty();
        }
    }

    /** The key used in the database, such as {@code asset:read}. */
    public String key() {
        return resource.word() + ":" + action.word();
    }

    @Override
    public String toString() {
        return key();
    }
}
