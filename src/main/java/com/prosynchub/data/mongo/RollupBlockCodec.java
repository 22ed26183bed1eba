package com.prosynchub.data.mongo;

import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.RollupBlock;
import com.prosynchub.model.metric.RollupLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Documents of {@code assetMetricRollups}: one array for each column, and times as milliseconds since the beginning of
 * their bucket.
 */
final class RollupBlockCodec extends ReadWrite<RollupBlock> {
    RollupBlockCodec() {
        super(RollupBlock.class);
    }

    /** The documents of one block of an asset lie side by side, and one is found by its key alone. */
    static String prefix(UUID asset, RollupLevel level, Instant start) {
        return asset + "/" + level.ordinal() + "/" + start + "/";
    }

    static String id(RollupBlock block) {
        return prefix(block.assetId(), block.level(), block.start()) + block.metric();
    }

    @Override
    void write(BsonWriter out, RollupBlock block) {
        RollupLevel level = block.level();
        out.writeString("_id", id(block));
        Out.uuid(out, "asset_id", block.assetId());
        Out.text(out, "metric", block.metric());
        out.writeInt32("level", level.ordinal());
        Out.time(out, "block", block.start());
        out.writeInt32("revision", block.revision() + 1);
        long start = block.start().toEpochMilli();
        List<MetricBucket> buckets = block.buckets();
        whole(out, "at", buckets, b -> (b.start() - start) / level.width());
        whole(out, "count", buckets, MetricBucket::count);
        number(out, "min", buckets, MetricBucket::min);
        number(out, "max", buckets, MetricBucket::max);
        number(out, "sum", buckets, MetricBucket::sum);
        whole(out, "min_at", buckets, b -> b.minAt() - b.start());
        whole(out, "max_at", buckets, b -> b.maxAt() - b.start());
        whole(out, "first", buckets, b -> b.first() - b.start());
        whole(out, "last", buckets, b -> b.last() - b.start());
    }

    private static void whole(
            BsonWriter out, String name, List<MetricBucket> buckets, ToLongFunction<MetricBucket> column) {
        out.writeStartArray(name);
        for (MetricBucket bucket : buckets) {
            long value = column.applyAsLong(bucket);
            if (value == (int) value) {
                out.writeInt32((int) value);
            } else {
                out.writeInt64(value);
            }
        }
        out.writeEndArray();
    }

    private static void number(
            BsonWriter out, String name, List<MetricBucket> buckets, ToDoubleFunction<MetricBucket> column) {
        out.writeStartArray(name);
        buckets.forEach(bucket -> out.writeDouble(column.applyAsDouble(bucket)));
        out.writeEndArray();
    }

    @Override
    RollupBlock read(BsonReader in) {
        var it = new Object() {
            @Nullable
            UUID asset;

            @Nullable
            String metric;

            RollupLevel level = RollupLevel.SLOT;

            @Nullable
            Instant start;

            int revision;
            final Columns columns = new Columns();
        };
        In.fields(in, field -> {
            switch (field) {
                case "asset_id" -> it.asset = In.uuid(in);
                case "metric" -> it.metric = in.readString();
                case "level" -> it.level = RollupLevel.values()[in.readInt32()];
                case "block" -> it.start = In.time(in);
                case "revision" -> it.revision = in.readInt32();
                default -> it.columns.read(in, field);
            }
        });
        Instant start = In.required("block", it.start);
        return new RollupBlock(
                In.required("asset_id", it.asset),
                In.required("metric", it.metric),
                it.level,
                start,
                it.revision,
                it.columns.buckets(start.toEpochMilli(), it.level.width()));
    }

    /** The arrays of one document. */
    private static final class Columns {
        private static final int USUAL = 256;

        private long[] at = {};
        private long[] count = {};
        private double[] min = {};
        private double[] max = {};
        private double[] sum = {};
        private long[] minAt = {};
        private long[] maxAt = {};
        private long[] first = {};
        private long[] last = {};

        void read(BsonReader in, String field) {
            switch (field) {
                case "at" -> at = wholes(in);
                case "count" -> count = wholes(in);
                case "min" -> min = numbers(in);
                case "max" -> max = numbers(in);
                case "sum" -> sum = numbers(in);
                case "min_at" -> minAt = wholes(in);
                case "max_at" -> maxAt = wholes(in);
                case "first" -> first = wholes(in);
                case "last" -> last = wholes(in);
                default -> in.skipValue();
            }
        }

        List<MetricBucket> buckets(long start, long width) {
            List<MetricBucket> buckets = new ArrayList<>(at.length);
            for (int i = 0; i < at.length; i++) {
                long from = start + at[i] * width;
                buckets.add(new MetricBucket(
                        from,
                        from + width,
                        count[i],
                        min[i],
                        from + minAt[i],
                        max[i],
                        from + maxAt[i],
                        sum[i],
                        from + first[i],
                        from + last[i]));
            }
            return buckets;
        }

        private static long[] wholes(BsonReader in) {
            long[] values = new long[USUAL];
            int size = 0;
            in.readStartArray();
            while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, size * 2);
                }
                values[size++] = In.whole(in);
            }
            in.readEndArray();
            return Arrays.copyOf(values, size);
        }

        private static double[] numbers(BsonReader in) {
            double[] values = new double[USUAL];
            int size = 0;
            in.readStartArray();
            while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, size * 2);
                }
                values[size++] = In.number(in);
            }
            in.readEndArray();
            return Arrays.copyOf(values, size);
        }
    }
}
