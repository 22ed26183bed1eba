package com.prosynchub.data.mongo;

import com.mongodb.MongoClientSettings;
import java.time.InstantSource;
import org.bson.UuidRepresentation;
import org.bson.codecs.Codec;
import org.bson.codecs.UuidCodec;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/** The codecs of this package before the driver's own. */
final class Codecs {
    static final CodecRegistry REGISTRY = CodecRegistries.fromRegistries(
            CodecRegistries.fromCodecs(
                    new UuidCodec(UuidRepresentation.STANDARD),
                    new MetricSampleCodec(InstantSource.system()),
                    new ActivityCodec(),
                    new NotificationCodec(),
                    new CommentCodec(),
                    new AuditEntryCodec(),
                    new PredictionCodec(),
                    new RollupBlockCodec(),
                    new RollupMarkCodec()),
            MongoClientSettings.getDefaultCodecRegistry());

    private Codecs() {}

    /** These after one more, which only a single query or a single store needs. */
    static CodecRegistry with(Codec<?> codec) {
        return CodecRegistries.fromRegistries(CodecRegistries.fromCodecs(codec), REGISTRY);
    }
}
