package com.prosynchub.data.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/**
 * What {@code sql/mongodb/<collection>.json} says of one collection.
 *
 * @param version counts changes of the file, from 1
 */
record Definition(
        String collection, int version, Document validator, String level, String action, List<Index> indexes) {

    /** One index of the collection. */
    record Index(String name, Document key, boolean unique) {}

    static List<Definition> all() {
        return Arrays.stream(Name.values()).map(Definition::of).toList();
    }

    static Definition of(Name name) {
        Document file = Document.parse(read("/db/mongodb/" + name.text() + ".json"));
        return new Definition(
                file.getString("collection"),
                file.getInteger("version"),
                file.get("validator", Document.class),
                file.getString("validationLevel"),
                file.getString("validationAction"),
                file.getList("indexes", Document.class).stream()
                        .map(i -> new Index(
                                i.getString("name"), i.get("key", Document.class), i.getBoolean("unique", false)))
                        .toList());
    }

    /** The roles of {@code sql/mongodb/roles.json}, as the commands that make them. */
    static List<Document> roles() {
        return Document.parse("{roles: " + read("/db/mongodb/roles.json") + "}").getList("roles", Document.class);
    }

    private static String read(String resource) {
        try (InputStream in = Definition.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
