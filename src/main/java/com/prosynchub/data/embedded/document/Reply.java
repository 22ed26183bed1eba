package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a command answers. Immutable. */
sealed interface Reply {
    /** Writes the reply as one BSON document. */
    void encode(ByteBuf out);

    /** A reply of objects. */
    record Plain(Document document) implements Reply {
        @Override
        public void encode(ByteBuf out) {
            BsonEncoder.encodeDocument(document, out);
        }
    }

    /**
     * A batch of documents, which go out as they are stored.
     *
     * @param first whether it is the first batch of its cursor
     */
    record Documents(Cursors.Batch batch, boolean first) implements Reply {
        @Override
        public void encode(ByteBuf out) {
            int reply = begin(out);
            name(out, Bson.OBJECT, "cursor");
            int cursor = begin(out);
            name(out, Bson.ARRAY, first ? "firstBatch" : "nextBatch");
            int array = begin(out);
            List<byte[]> documents = batch.documents();
            for (int i = 0; i < documents.size(); i++) {
                name(out, Bson.OBJECT, Integer.toString(i));
                out.writeBytes(documents.get(i));
            }
            end(out, array);
            name(out, Bson.INT64, "id");
            out.writeLongLE(batch.cursor());
            name(out, Bson.STRING, "ns");
            byte[] namespace = batch.namespace().getBytes(StandardCharsets.UTF_8);
            out.writeIntLE(namespace.length + 1);
            out.writeBytes(namespace);
            out.writeByte(0);
            end(out, cursor);
            name(out, Bson.DOUBLE, "ok");
            out.writeLongLE(Double.doubleToRawLongBits(1));
            end(out, reply);
        }

        private static int begin(ByteBuf out) {
            int start = out.writerIndex();
            out.writeIntLE(0);
            return start;
        }

        private static void end(ByteBuf out, int start) {
            out.writeByte(0);
            out.setIntLE(start, out.writerIndex() - start);
        }

        private static void name(ByteBuf out, int type, String name) {
            out.writeByte(type);
            out.writeCharSequence(name, StandardCharsets.UTF_8);
            out.writeByte(0);
        }
    }
}
