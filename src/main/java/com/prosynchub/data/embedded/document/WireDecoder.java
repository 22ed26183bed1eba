package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the stream of a connection into messages and reads them: OP_MSG, and OP_QUERY for the greeting of older drivers.
 * Documents to insert stay bytes. One per connection, on its event loop.
 */
final class WireDecoder extends LengthFieldBasedFrameDecoder {
    static final int MAX_MESSAGE = 48_000_000;
    static final int OP_REPLY = 1;
    static final int OP_QUERY = 2004;
    static final int OP_MSG = 2013;

    private static final int CHECKSUM = 1;
    private static final int MORE_TO_COME = 2;
    private static final int REQUIRED_BITS = 0xFFFF;

    /**
     * One message.
     *
     * @param request what it asks, or null if it can't be understood
     * @param problem why not
     * @param answered whether the client waits for a reply
     */
    record Message(
            int id,
            boolean legacy,
            boolean answered,
            @Nullable Request request,
            @Nullable MongoServerException problem) {}

    WireDecoder() {
        super(ByteOrder.LITTLE_ENDIAN, MAX_MESSAGE, 0, 4, -4, 0, true);
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        ByteBuf frame = (ByteBuf) super.decode(context, in);
        if (frame == null) {
            return null;
        }
        try {
            frame.skipBytes(4);
            int id = frame.readIntLE();
            frame.skipBytes(4);
            int code = frame.readIntLE();
            return switch (code) {
                case OP_MSG -> message(context, id, frame);
                case OP_QUERY -> query(context, id, frame);
                default -> throw new IOException("operation " + code + " of the wire protocol is not supported");
            };
        } finally {
            frame.release();
        }
    }

    private static Message message(ChannelHandlerContext context, int id, ByteBuf frame) throws IOException {
        int flags = frame.readIntLE();
        if ((flags & REQUIRED_BITS & ~(CHECKSUM | MORE_TO_COME)) != 0) {
            throw new IOException("unknown required flags " + flags);
        }
        boolean answered = (flags & MORE_TO_COME) == 0;
        int end = frame.writerIndex() - ((flags & CHECKSUM) != 0 ? 4 : 0);
        Document body = null;
        MongoServerException problem = null;
        Map<String, List<byte[]>> sequences = new HashMap<>();
        while (frame.readerIndex() < end) {
            int kind = frame.readByte();
            int size = frame.getIntLE(frame.readerIndex());
            if (size < 5 || frame.readerIndex() + size > end) {
                throw new IOException("section of " + size + " bytes does not fit its message");
            }
            ByteBuf section = frame.readSlice(size);
            if (kind == 0) {
                try {
                    body = Bson.decode(section);
                } catch (MongoServerException e) {
                    problem = e;
                }
            } else if (kind == 1) {
                section.skipBytes(4);
                sequences.put(BsonDecoder.decodeCString(section), documents(section));
            } else {
                throw new IOException("unknown kind of section " + kind);
            }
        }
        if (body == null || body.isEmpty()) {
            return new Message(
                    id, false, answered, null, problem != null ? problem : Errors.of(Errors.BAD_VALUE, "no command"));
        }
        String name = body.keySet().iterator().next();
        String database = String.valueOf(body.get("$db"));
        Request request = new Request(context.channel(), database, name, body, sequences);
        return new Message(id, false, answered, request, null);
    }

    private static List<byte[]> documents(ByteBuf section) throws IOException {
        List<byte[]> documents = new ArrayList<>();
        while (section.isReadable()) {
            int size = section.getIntLE(section.readerIndex());
            if (size < 5 || size > section.readableBytes()) {
                throw new IOException("document of " + size + " bytes does not fit its section");
            }
            byte[] document = new byte[size];
            section.readBytes(document);
            documents.add(document);
        }
        return documents;
    }

    private static Message query(ChannelHandlerContext context, int id, ByteBuf frame) {
        frame.skipBytes(4);
        String namespace = BsonDecoder.decodeCString(frame);
        frame.skipBytes(8);
        Document body = Bson.decode(frame);
        if (body.get("$query") instanceof Document inner) {
            body = inner;
        }
        int dot = namespace.indexOf('.');
        if (dot < 0 || !namespace.endsWith(".$cmd") || body.isEmpty()) {
            return new Message(id, true, true, null, Errors.of(Errors.COMMAND_NOT_FOUND, "OP_QUERY is not supported"));
        }
        String name = body.keySet().iterator().next();
        Request request = new Request(context.channel(), namespace.substring(0, dot), name, body, Map.of());
        return new Message(id, true, true, request, null);
    }
}
