package com.prosynchub.data.mongo;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A codec without the contexts that none of ours needs. */
abstract class ReadWrite<T> implements Codec<T> {
    private final Class<T> type;

    ReadWrite(Class<T> type) {
        this.type = type;
    }

    /** Writes the fields of a document that was begun already. */
    abstract void write(BsonWriter out, T value);

    /** Reads a whole document. */
    abstract T read(BsonReader in);

    @Override
    public final void encode(BsonWriter writer, T value, EncoderContext context) {
        writer.writeStartDocument();
        write(writer, value);
        writer.writeEndDocument();
    }

    @Override
    public final T decode(BsonReader reader, DecoderContext context) {
        return read(reader);
    }

    @Override
    public final Class<T> getEncoderClass() {
        return type;
    }
}
