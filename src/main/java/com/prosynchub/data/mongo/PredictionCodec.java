package com.prosynchub.data.mongo;

import com.prosynchub.model.prediction.Prediction;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Documents of {@code predictiveMaintenanceResults}. */
final class PredictionCodec extends ReadWrite<Prediction> {
    PredictionCodec() {
        super(Prediction.class);
    }

    @Override
    void write(BsonWriter out, Prediction prediction) {
        Out.id(out, prediction.id());
        Out.uuid(out, "asset_id", prediction.assetId());
        Out.text(out, "prediction_type", prediction.type());
        out.writeStartDocument("prediction_result");
        out.writeDouble("prediction", prediction.prediction());
        if (prediction.probability() != null) {
            out.writeDouble("probability", prediction.probability());
        }
        if (prediction.lower() != null && prediction.upper() != null) {
            out.writeStartDocument("confidence_interval");
            out.writeDouble("lower", prediction.lower());
            out.writeDouble("upper", prediction.upper());
            out.writeEndDocument();
        }
        out.writeEndDocument();
        Out.tree(out, "input_features", prediction.inputFeatures());
        Out.text(out, "model_version", prediction.modelVersion());
        Out.time(out, "created_at", prediction.createdAt());
    }

    @Override
    Prediction read(BsonReader in) {
        var it = new Object() {
            @Nullable
            String id;

            @Nullable
            UUID asset;

            @Nullable
            String type;

            Result result = new Result();
            Map<String, Object> features = Map.of();

            @Nullable
            String version;

            @Nullable
            Instant at;
        };
        In.fields(in, field -> {
            switch (field) {
                case "_id" -> it.id = in.readObjectId().toHexString();
                case "asset_id" -> it.asset = In.uuid(in);
                case "prediction_type" -> it.type = in.readString();
                case "prediction_result" -> it.result = result(in);
                case "input_features" -> it.features = In.tree(in);
                case "model_version" -> it.version = in.readString();
                case "created_at" -> it.at = In.time(in);
                default -> in.skipValue();
            }
        });
        return new Prediction(
                it.id,
                In.required("asset_id", it.asset),
                In.required("prediction_type", it.type),
                In.required("prediction_result.prediction", it.result.prediction),
                it.result.probability,
                it.result.lower,
                it.result.upper,
                it.features,
                In.required("model_version", it.version),
                In.required("created_at", it.at));
    }

    private static Result result(BsonReader in) {
        Result result = new Result();
        In.fields(in, field -> {
            switch (field) {
                case "prediction" -> result.prediction = In.number(in);
                case "probability" -> result.probability = In.number(in);
                case "confidence_interval" ->
                    In.fields(in, name -> {
                        switch (name) {
                            case "lower" -> result.lower = In.number(in);
                            case "upper" -> result.upper = In.number(in);
                            default -> in.skipValue();
                        }
                    });
                default -> in.skipValue();
            }
        });
        return result;
    }

    /** What {@code prediction_result} holds, while it is being read. */
    private static final class Result {
        private @Nullable Double prediction;
        private @Nullable Double probability;
        private @Nullable Double lower;
        private @Nullable Double upper;
    }
}
