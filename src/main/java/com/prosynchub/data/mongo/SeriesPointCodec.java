package com.prosynchub.data.mongo;

import java.util.Arrays;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/** Reads just the time and the wanted metrics of a history document. */
final class SeriesPointCodec extends ReadWrite<SeriesPoint> {
    private final List<String> names;

    SeriesPointCodec(List<String> names) {
        super(SeriesPoint.class);
        this.names = names;
    }

    @Override
    void write(BsonWriter out, SeriesPoint point) {
        throw new UnsupportedOperationException("points are only read");
    }

    @Override
    SeriesPoint read(BsonReader in) {
        double[] values = new double[names.size()];
        Arrays.fill(values, Double.NaN);
        long[] time = new long[1];
        In.fields(in, field -> {
            switch (field) {
                case "timestamp" -> time[0] = in.readDateTime();
                case "metrics" -> In.fields(in, name -> take(in, names.indexOf(name), values));
                default -> in.skipValue();
            }
        });
        return new SeriesPoint(time[0], values);
    }

    private static void take(BsonReader in, int index, double[] values) {
        if (index < 0) {
            in.skipValue();
        } else {
            values[index] = In.number(in);
        }
    }
}
