package com.prosynchub.data.postgres;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.model.metric.MetricSample;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands measured values to the one function that may write them. One thread. */
final class MetricBatch {
    private MetricBatch() {}

    /** What the function answered; {@code unknown} is the JSON list of metrics without a definition. */
    record Answer(int accepted, int older, @Nullable String unknown) {}

    static Answer send(Connection connection, Collection<MetricSample> samples) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(
                "select accepted, older, unknown_metrics::text from app.record_metrics(?::jsonb)")) {
            s.setString(1, json(samples));
            try (ResultSet r = s.executeQuery()) {
                return r.next() ? new Answer(r.getInt(1), r.getInt(2), r.getString(3)) : new Answer(0, 0, null);
            }
        }
    }

    /** The batch as the function wants it; names are checked, so that none can break out of its quotes. */
    static String json(Collection<MetricSample> samples) {
        StringBuilder json = new StringBuilder("[");
        for (MetricSample sample : samples) {
            for (Map.Entry<String, Double> value : sample.metrics().entrySet()) {
                String name = value.getKey();
                if (!MetricRules.NAME.matcher(name).matches()) {
                    throw new FailureException(Failure.Invalid.of("metrics." + name, "pattern"));
                }
                if (!Double.isFinite(value.getValue())) {
                    throw new FailureException(Failure.Invalid.of("metrics." + name, "notFinite"));
                }
                json.append(json.length() == 1 ? "" : ",")
                        .append("{\"asset_id\":\"")
                        .append(sample.assetId())
                        .append("\",\"metric_name\":\"")
                        .append(name)
                        .append("\",\"value\":")
                        .append(BigDecimal.valueOf(value.getValue()).toPlainString())
                        .append(",\"at\":\"")
                        .append(sample.timestamp())
                        .append("\"}");
            }
        }
        return json.append(']').toString();
    }
}
