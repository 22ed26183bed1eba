package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an index was asked to be. Immutable.
 *
 * @param partial filter of a partial index, else null
 * @param description the index as {@code listIndexes} shows it
 */
record IndexSpec(
        String name,
        List<Field> fields,
        boolean unique,
        boolean sparse,
        @Nullable Document partial,
        Document description) {

    static final String ID_INDEX = "_id_";
    private static final Set<String> KNOWN =
            Set.of("v", "key", "name", "ns", "unique", "sparse", "partialFilterExpression", "background");

    /** One field of the key: its dotted path, split and in UTF-8. */
    record Field(String path, List<byte[]> parts, boolean descending) {
        static Field of(String path, boolean descending) {
            List<byte[]> parts = new ArrayList<>();
            for (String part : path.split("\\.", -1)) {
                parts.add(part.getBytes(StandardCharsets.UTF_8));
            }
            return new Field(path, List.copyOf(parts), descending);
        }

        String root() {
            int dot = path.indexOf('.');
            return dot < 0 ? path : path.substring(0, dot);
        }
    }

    static IndexSpec id() {
        Document description =
                new Document("v", 2).append("key", new Document("_id", 1)).append("name", ID_INDEX);
        return new IndexSpec(ID_INDEX, List.of(Field.of("_id", false)), true, false, null, description);
    }

    boolean isId() {
        return fields.size() == 1 && fields.get(0).path().equals("_id");
    }

    /** Same key and same rules, whatever the name: the two would hold the same entries. */
    boolean sameAs(IndexSpec other) {
        return keyText().equals(other.keyText())
                && unique == other.unique
                && sparse == other.sparse
                && Arrays.equals(partialBytes(), other.partialBytes());
    }

    String keyText() {
        StringBuilder text = new StringBuilder();
        for (Field field : fields) {
            text.append(field.path()).append(field.descending() ? " -1, " : " 1, ");
        }
        return text.toString();
    }

    private byte[] partialBytes() {
        return Bson.encode(partial == null ? new Document() : partial);
    }

    /** Reads a description as {@code createIndexes} sends it; refuses what this server can't keep. */
    static IndexSpec parse(Document given) {
        for (String option : given.keySet()) {
            refuse(option, given.get(option));
        }
        if (!(given.get("key") instanceof Document key) || key.isEmpty()) {
            throw Errors.of(Errors.CANNOT_CREATE_INDEX, "Index keys cannot be empty.");
        }
        if (!(given.get("name") instanceof String name) || name.isEmpty()) {
            throw Errors.of(
                    Errors.FAILED_TO_PARSE, "The 'name' field is a required property of an index specification");
        }
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, Object> entry : key.entrySet()) {
            fields.add(field(entry.getKey(), entry.getValue()));
        }
        Document partial = (Document) given.get("partialFilterExpression");
        boolean unique = Utils.isTrue(given.get("unique"));
        boolean sparse = Utils.isTrue(given.get("sparse"));
        if (partial != null && sparse) {
            throw Errors.of(
                    Errors.CANNOT_CREATE_INDEX, "cannot mix \"partialFilterExpression\" and \"sparse\" options");
        }
        if (partial != null) {
            Filter.of(partial);
        }
        IndexSpec spec = new IndexSpec(name, List.copyOf(fields), unique, sparse, partial, new Document());
        if (spec.isId()) {
            return id();
        }
        Document description = new Document("v", 2).append("key", key).append("name", name);
        if (unique) {
            description.append("unique", true);
        }
        if (sparse) {
            description.append("sparse", true);
        }
        if (partial != null) {
            description.append("partialFilterExpression", partial);
        }
        return new IndexSpec(name, List.copyOf(fields), unique, sparse, partial, description);
    }

    private static Field field(String path, Object direction) {
        if (direction instanceof String kind) {
            throw Errors.of(Errors.CANNOT_CREATE_INDEX, "Index type '" + kind + "' is not supported by this server");
        }
        if (!(direction instanceof Number number) || number.doubleValue() == 0 || Double.isNaN(number.doubleValue())) {
            throw Errors.of(
                    Errors.CANNOT_CREATE_INDEX,
                    "Values in v:2 index key pattern must be a number other than 0, for key '" + path + "'");
        }
        if (path.isEmpty() || path.contains("$") || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
            throw Errors.of(Errors.CANNOT_CREATE_INDEX, "Index key contains an illegal field name: '" + path + "'");
        }
        return Field.of(path, number.doubleValue() < 0);
    }

    private static void refuse(String option, @Nullable Object value) {
        if (KNOWN.contains(option)) {
            return;
        }
        if (option.equals("collation") && isSimple(value)) {
            return;
        }
        if (option.equals("hidden") && !Utils.isTrue(value)) {
            return;
        }
        throw Errors.of(Errors.CANNOT_CREATE_INDEX, "Index option '" + option + "' is not supported by this server");
    }

    /** Whether a collation is the plain binary one. */
    static boolean isSimple(@Nullable Object collation) {
        return collation instanceof Document document
                && "simple".equals(document.get("locale"))
                && document.size() == 1;
    }
}
