package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.MetricIngestRepository;
import com.prosynchub.data.MetricIngestRepository.Recorded;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ingest through the site service's own login. */
class PostgresMetricIngestIT {
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    @Test
    void takesNewerValuesAndNamesUnknownMetrics() {
        TestSite site = TestSite.shared();
        try (RelationalSession manager = site.session("Manager");
                MetricIngestRepository ingest = PostgresStore.metricIngest(site.config("prosync_site"))) {
            int type = manager.assetTypes()
                    .insert(Samples.type("Type " + UUID.randomUUID()))
                    .id();
            UUID asset = manager.assets().insert(Samples.asset("Asset", type)).id();
            manager.metrics().insert(Samples.metric(asset, "flow", MetricLimits.NONE));

            Recorded first = ingest.record(List.of(sample(asset, 1), sample(asset, 2)));
            Recorded again = ingest.record(List.of(sample(asset, 1), sample(asset, 2)));

            assertThat(first.accepted()).isEqualTo(1);
            assertThat(first.older()).isEqualTo(1);
            assertThat(first.unknown()).isEqualTo(Map.of(asset, Set.of("level")));
            assertThat(again.accepted()).isZero();
            assertThat(ingest.record(List.of())).isEqualTo(new Recorded(0, 0, Map.of()));
            assertThat(manager.metrics().ofAsset(asset).getFirst().value()).isEqualByComparingTo("2");
        }
    }

    @Test
    void aLostConnectionIsReplaced() {
        TestSite site = TestSite.shared();
        try (MetricIngestRepository ingest = PostgresStore.metricIngest(site.config("prosync_site"))) {
            ingest.record(List.of(sample(UUID.randomUUID(), 1)));
            site.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'prosync_site'");

            assertThat(ingest.record(List.of(sample(UUID.randomUUID(), 1))).accepted())
                    .isZero();
        }
    }

    private static MetricSample sample(UUID asset, int minute) {
        return new MetricSample(asset, NOON.plusSeconds(60L * minute), Map.of("flow", (double) minute, "level", 5.0));
    }
}
