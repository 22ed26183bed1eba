package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out fields of a document. Plain lists of fields are cut out of the bytes; anything else is left to the
 * library. Immutable, any thread.
 */
final class Projector {
    private static final Projector ALL = new Projector(null, null);

    private final @Nullable Cut cut;
    private final @Nullable Document library;

    private Projector(@Nullable Cut cut, @Nullable Document library) {
        this.cut = cut;
        this.library = library;
    }

    static Projector of(@Nullable Document fields) {
        if (fields == null || fields.isEmpty()) {
            return ALL;
        }
        Boolean include = null;
        for (Map.Entry<String, Object> entry : fields.entrySet()) {
            Boolean wanted = flag(entry.getValue());
            if (wanted == null || entry.getKey().contains("$")) {
                return new Projector(null, fields);
            }
            if (entry.getKey().equals("_id")) {
                continue;
            }
            if (include != null && !include.equals(wanted)) {
                throw new de.bwaldvogel.mongo.exception.MongoServerError(
                        include ? 31254 : 31253,
                        "Cannot do " + (wanted ? "inclusion" : "exclusion") + " on field " + entry.getKey() + " in "
                                + (include ? "inclusion" : "exclusion") + " projection");
            }
            include = wanted;
        }
        Boolean id = flag(fields.get("_id"));
        boolean including = include != null ? include : Boolean.TRUE.equals(id);
        Cut cut = new Cut(including, new LinkedHashMap<>());
        for (String path : fields.keySet()) {
            if (!path.equals("_id")) {
                cut.add(path.split("\\.", -1), 0);
            }
        }
        boolean keepsId = !Boolean.FALSE.equals(id);
        if (including == keepsId) {
            cut.add(new String[] {"_id"}, 0);
        }
        return new Projector(cut, null);
    }

    private static @Nullable Boolean flag(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        return value instanceof Number number ? (Boolean) (number.doubleValue() != 0) : null;
    }

    byte[] project(byte[] document, LibraryDatabase database, CollectionState state) {
        if (cut != null) {
            ByteBuf out = Unpooled.buffer(document.length);
            cut.document(document, 0, out);
            return Arrays.copyOf(out.array(), out.writerIndex());
        }
        return library == null
                ? document
                : Bson.encode(database.open(state).project(Bson.decodeForChange(document), library));
    }

    /** A level of the field tree; a null child stands for the whole field. */
    private record Cut(boolean including, Map<String, @Nullable Cut> fields) {
        void add(String[] path, int at) {
            if (at == path.length - 1) {
                fields.put(path[at], null);
                return;
            }
            if (fields.containsKey(path[at]) && fields.get(path[at]) == null) {
                return;
            }
            Cut child = fields.get(path[at]);
            if (child == null) {
                child = new Cut(including, new LinkedHashMap<>());
                fields.put(path[at], child);
            }
            child.add(path, at + 1);
        }

        void document(byte[] bytes, int document, ByteBuf out) {
            int start = out.writerIndex();
            out.writeIntLE(0);
            for (int at = document + 4; bytes[at] != 0; at = Bson.next(bytes, at)) {
                String name = Bson.nameOf(bytes, at);
                boolean named = fields.containsKey(name);
                Cut child = fields.get(name);
                if (!named || child == null) {
                    if (named == including) {
                        out.writeBytes(bytes, at, Bson.next(bytes, at) - at);
                    }
                } else {
                    child.value(bytes, at, name, out);
                }
            }
            out.writeByte(0);
            out.setIntLE(start, out.writerIndex() - start);
        }

        /** Writes an element cut to this level: inside objects and arrays of objects. */
        private void value(byte[] bytes, int element, String name, ByteBuf out) {
            int type = Bson.typeAt(bytes, element);
            int value = Bson.valueOf(bytes, element);
            if (type != Bson.OBJECT && type != Bson.ARRAY) {
                if (!including) {
                    out.writeBytes(bytes, element, Bson.next(bytes, element) - element);
                }
                return;
            }
            out.writeByte(type);
            out.writeCharSequence(name, StandardCharsets.UTF_8);
            out.writeByte(0);
            if (type == Bson.OBJECT) {
                document(bytes, value, out);
                return;
            }
            int start = out.writerIndex();
            out.writeIntLE(0);
            int index = 0;
            for (int at = value + 4; bytes[at] != 0; at = Bson.next(bytes, at)) {
                int before = out.writerIndex();
                value(bytes, at, Integer.toString(index), out);
                if (out.writerIndex() > before) {
                    index++;
                }
            }
            out.writeByte(0);
            out.setIntLE(start, out.writerIndex() - start);
        }
    }
}
