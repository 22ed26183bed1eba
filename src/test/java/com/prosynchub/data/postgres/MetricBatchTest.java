package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.MetricSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is sent to the function that takes measured values. */
class MetricBatchTest {
    private static final UUID ASSET = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00.123Z");

    @Test
    void writesNumbersWithoutExponent() {
        assertThat(MetricBatch.json(List.of(new MetricSample(ASSET, NOON, Map.of("flow", 1e-7)))))
                .isEqualTo("[{\"asset_id\":\"" + ASSET
                        + "\",\"metric_name\":\"flow\",\"value\":0.00000010,\"at\":\"2026-01-15T12:00:00.123Z\"}]");
        assertThat(MetricBatch.json(List.of())).isEqualTo("[]");
    }

    @Test
    void refusesNamesAndValuesThatAreNone() {
        assertThatThrownBy(() -> MetricBatch.json(List.of(new MetricSample(ASSET, NOON, Map.of("a\"}]", 1.0)))))
                .isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> MetricBatch.json(List.of(new MetricSample(ASSET, NOON, Map.of("a", Double.NaN)))))
                .isInstanceOf(FailureException.class);
    }

    @Test
    void readsTheListOfUnknownMetrics() {
        assertThat(PostgresMetricIngest.unknown("[{\"asset_id\": \"" + ASSET + "\", \"metric_name\": \"flow\"}, "
                        + "{\"asset_id\": \"" + ASSET + "\", \"metric_name\": \"level\"}]"))
                .isEqualTo(Map.of(ASSET, Set.of("flow", "level")));
        assertThat(PostgresMetricIngest.unknown("[]")).isEmpty();
        assertThat(PostgresMetricIngest.unknown(null)).isEmpty();
    }
}
