package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.IngestStore.Batch;
import com.prosynchub.data.IngestStore.Judged;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.data.SiteIngest;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.fixture.fake.FakeMetricHistoryRepository;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.asset.HealthScore;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.ingest.IngestCounts;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.LimitState;
import com.prosynchub.model.metric.MetricDefinition;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.service.metric.MetricIngest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way in on the real store, by the site service's own login. */
class IngestIT {
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON.plusSeconds(3600), ZoneOffset.UTC);
    private static final TestSite SITE = TestSite.shared();

    private static RelationalSession manager;
    private static SiteIngest store;

    private final String source = "tests " + UUID.randomUUID();
    private final MetricIngest ingest = another();
    private UUID pump;
    private AssetMetric flow;

    @BeforeAll
    static void open() {
        manager = SITE.session("Manager");
        store = PostgresStore.metricIngest(SITE.config("prosync_site"));
    }

    @AfterAll
    static void close() {
        manager.close();
        store.close();
    }

    @BeforeEach
    void prepare() {
        int type = manager.assetTypes()
                .insert(Samples.type("Type " + UUID.randomUUID()))
                .id();
        pump = manager.assets()
                .insert(Samples.asset("Pump " + UUID.randomUUID(), type))
                .id();
        flow = manager.metrics().insert(Samples.metric(pump, "flow", Samples.limits(0, 10, 20, 30)));
    }

    @Test
    void valuesStatesStatusAndHealthComeFromOneBatch() {
        ingest(sample(0, 5));
        assertThat(asset().status()).isEqualTo(AssetStatus.OPERATIONAL);
        assertThat(asset().healthScore()).isEqualTo(100);
        ingest(sample(1, 31), sample(2, 12));
        assertThat(metric().value()).isEqualByComparingTo("12");
        assertThat(asset().status()).isEqualTo(AssetStatus.CRITICAL);
        assertThat(asset().healthScore()).isEqualTo(70);
        assertThat(state()).isEqualTo("CRITICAL since 2026-01-15 12:00:01");
        ingest(sample(7, 12));
        assertThat(asset().status()).isEqualTo(AssetStatus.WARNING);
        assertThat(asset().healthScore()).isEqualTo(85);
        assertThat(SITE.single(
                        "select high || ' of ' || measured from app.asset_health where asset_id = '" + pump + "'"))
                .isEqualTo("1 of 1");
    }

    @Test
    void whatWaitsSurvivesARestart() {
        ingest(sample(0, 11), sample(1, 5));
        assertThat(state()).isEqualTo("HIGH since 2026-01-15 12:00:00");
        another().ingest(source, List.of(sample(6, 5)));
        assertThat(state()).isEqualTo("NORMAL since 2026-01-15 12:00:06");
    }

    @Test
    void onlyAStatusIsAnEvent() {
        ingest(sample(0, 5));
        int before = lines();
        int revision = asset().revision();
        for (int i = 1; i < 10; i++) {
            ingest(sample(i, 5));
        }
        assertThat(lines()).as("lines of the ledger").isEqualTo(before);
        ingest(sample(10, 21));
        assertThat(lines()).isEqualTo(before + 1);
        assertThat(asset().revision()).isEqualTo(revision + 1);
        assertThat(SITE.single("select coalesce(user_id::text, 'nobody') || ' ' || (previous_state ->> 'status') || ' '"
                        + " || (new_state ->> 'status') from audit.outbox where entity_key = '" + pump
                        + "' order by seq desc limit 1"))
                .isEqualTo("nobody Operational Warning");
    }

    @Test
    void aComputedScoreMovesNoVersionAndIsNobodysToState() {
        AssetMetric level = manager.metrics().insert(Samples.metric(pump, "level", Samples.limits(0, 10, 20, 30)));
        ingest(sample(0, 11));
        Asset read = asset();
        int before = lines();
        ingest(new IncomingSample(pump, NOON.plusSeconds(1), Map.of("flow", 11.0, "level", 11.0), Map.of()));
        assertThat(level.name()).isEqualTo("level");
        assertThat(asset().healthScore()).isEqualTo(70);
        assertThat(asset().revision()).isEqualTo(read.revision());
        assertThat(lines()).isEqualTo(before);
        manager.assets().update(read.withStatus(AssetStatus.OFFLINE, read.revision()));
        assertThat(asset().status()).isEqualTo(AssetStatus.OFFLINE);
        assertThat(asset().healthScore()).as("not the one that was read before").isEqualTo(70);
    }

    @Test
    void whatAPersonStatedStays() {
        manager.assets().setStatus(pump, AssetStatus.UNDER_MAINTENANCE, 0);
        ingest(sample(0, 31));
        assertThat(asset().status()).isEqualTo(AssetStatus.UNDER_MAINTENANCE);
        assertThat(asset().healthScore()).isEqualTo(70);
    }

    @Test
    void anAssetWithoutLimitsIsLeftAlone() {
        manager.metrics().delete(flow.id(), 0);
        manager.metrics().insert(Samples.metric(pump, "flow", MetricLimits.NONE));
        ingest(sample(0, 1e6));
        assertThat(asset().healthScore()).as("as it was put in").isEqualTo(90);
    }

    @Test
    void lateAndDoubleSamplesMoveNothing() {
        ingest(sample(10, 11));
        ingest(sample(0, 5), sample(9, 5));
        ingest(sample(10, 5));
        assertThat(state()).isEqualTo("HIGH since 2026-01-15 12:00:10");
        assertThat(metric().value()).isEqualByComparingTo("11");
    }

    @Test
    void changedLimitsAndSettingsHoldFromTheNextSampleOn() {
        ingest(sample(0, 9));
        manager.metrics()
                .updateLimits(
                        new AssetMetric(flow.id(), pump, "flow", null, "bar", Samples.limits(0, 8, 30, 40), null, 0));
        ingest(sample(1, 9));
        assertThat(state()).isEqualTo("HIGH since 2026-01-15 12:00:01");
        SITE.execute("insert into app.metric_settings (metric_id, off_delay_s) values ('" + flow.id() + "', 100)");
        ingest(sample(2, 5), sample(60, 5));
        assertThat(state()).isEqualTo("HIGH since 2026-01-15 12:00:01");
        ingest(sample(102, 5));
        assertThat(state()).isEqualTo("NORMAL since 2026-01-15 12:01:42");
    }

    @Test
    void silenceIsNotedBesideTheSeverityUntilTheNextValue() {
        ingest(sample(0, 31));
        SITE.execute(
                "insert into app.metric_settings (metric_id, expected_interval_s) values ('" + flow.id() + "', 60)");
        assertThat(store.noteSilence(inputs -> HealthScore.of(inputs).score())).isEqualTo(1);
        assertThat(store.noteSilence(inputs -> HealthScore.of(inputs).score()))
                .as("noted once")
                .isZero();
        assertThat(silent()).isEqualTo("true CRITICAL");
        assertThat(asset().healthScore()).isEqualTo(60);
        assertThat(asset().status()).isEqualTo(AssetStatus.CRITICAL);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(5);
        new MetricIngest(new FakeMetricHistoryRepository(), store, Clock.fixed(now, ZoneOffset.UTC))
                .ingest(source, List.of(new IncomingSample(pump, now, Map.of("flow", 31.0), Map.of())));
        assertThat(silent()).isEqualTo("false CRITICAL");
        assertThat(asset().healthScore()).isEqualTo(70);
    }

    private String silent() {
        return SITE.single("select (silent_since is not null) || ' ' || severity from app.metric_states"
                + " where metric_id = '" + flow.id() + "'");
    }

    @Test
    void twoWritersAtOnceCountTogether() throws Exception {
        int metrics = 20;
        for (int i = 0; i < metrics; i++) {
            manager.metrics().insert(Samples.metric(pump, "m" + i, Samples.limits(0, 10, 20, 30)));
        }
        try (SiteIngest second = PostgresStore.metricIngest(SITE.config("prosync_site"))) {
            MetricIngest other = new MetricIngest(new FakeMetricHistoryRepository(), second, CLOCK);
            List<Thread> writers = new ArrayList<>();
            for (MetricIngest writer : List.of(ingest, other)) {
                int half = writer == ingest ? 0 : 1;
                writers.add(Thread.ofPlatform().start(() -> {
                    for (int second1 = 0; second1 < 30; second1++) {
                        for (int m = half; m < metrics; m += 2) {
                            double value = second1 == 29 ? 12 : (second1 + m) % 2 == 0 ? 12 : 5;
                            writer.ingest(
                                    source,
                                    List.of(new IncomingSample(
                                            pump, NOON.plusSeconds(second1), Map.of("m" + m, value), Map.of())));
                        }
                    }
                }));
            }
            for (Thread writer : writers) {
                writer.join();
            }
        }
        assertThat(SITE.single("select high::text from app.asset_health where asset_id = '" + pump + "'"))
                .isEqualTo(String.valueOf(metrics));
        assertThat(asset().healthScore()).isEqualTo(50);
    }

    @Test
    void theSameMetricFromTwoWritersIsJudgedInOrder() {
        MetricIngest other = another();
        ingest(sample(0, 11));
        other.ingest(source, List.of(sample(1, 5)));
        ingest(sample(2, 5));
        other.ingest(source, List.of(sample(6, 5)));
        assertThat(state()).isEqualTo("NORMAL since 2026-01-15 12:00:06");
    }

    @Test
    void whatWasRefusedIsKeptWithItsReasonAndCounted() {
        ingest(
                sample(0, 5),
                sample(1, Double.NaN),
                new IncomingSample(pump, NOON, Map.of("fl\"ow\\\u0000", 1.0), Map.of()),
                new IncomingSample(pump, NOON, Map.of("level", 1.0), Map.of("level", "m")));
        ingest(sample(0, 5));
        assertThat(SITE.single("select string_agg(reason || ' ' || metric_name || ' ' || value, ', ' order by reason)"
                        + " from app.dead_letters where source = '" + source + "'"))
                .isEqualTo("BAD_NAME fl\"ow\\  1, NOT_A_NUMBER flow NaN, UNKNOWN_METRIC level 1");
        assertThat(SITE.single("select accepted || ' ' || late || ' ' || duplicates || ' ' || refused || ' ' || newest"
                        + " from app.ingest_sources where source = '" + source + "'"))
                .isEqualTo("1 0 1 3 2026-01-15 12:00:00");
    }

    @Test
    void deadLettersDoNotGrowForEver() {
        List<IncomingSample> many = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            many.add(new IncomingSample(pump, NOON.plusMillis(i), Map.of("nowhere", 1.0), Map.of()));
        }
        ingest.ingest(source, many);
        ingest.ingest(source, many);
        assertThat(SITE.single("select count(*)::text from app.dead_letters")).isEqualTo("10000");
        assertThat(SITE.single("select refused::text from app.ingest_sources where source = '" + source + "'"))
                .isEqualTo("12000");
    }

    @Test
    void aStateThatNoLimitCanHaveSaidIsRefusedWithTheWholeBatch() {
        AssetMetric bare = manager.metrics().insert(Samples.metric(pump, "bare", MetricLimits.NONE));
        ingest(sample(0, 5));
        MetricDefinition metric =
                store.definitions(Set.of(pump)).get(pump).metrics().get("bare");
        assertThatThrownBy(() -> record(metric, new LimitState(Severity.CRITICAL, NOON, null, null, null)))
                .isInstanceOf(FailureException.class);
        assertThatThrownBy(
                        () -> record(metric, new LimitState(Severity.NORMAL, NOON.plusSeconds(99), null, null, null)))
                .isInstanceOf(FailureException.class);
        assertThat(manager.metrics().ofAsset(pump).stream()
                        .filter(m -> m.id().equals(bare.id()))
                        .findFirst()
                        .orElseThrow()
                        .value())
                .isNull();
    }

    @Test
    void aLostConnectionIsReplaced() {
        ingest(sample(0, 5));
        SITE.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'prosync_site'");
        ingest(sample(1, 6));
        assertThat(metric().value()).isEqualByComparingTo("6");
    }

    private void record(MetricDefinition metric, LimitState state) {
        Instant at = NOON.plusSeconds(1);
        store.record(
                new Batch(
                        source, List.of(new Judged(metric, 1, at, at, state)), Set.of(), IngestCounts.NONE, List.of()),
                inputs -> 100);
    }

    private void ingest(IncomingSample... samples) {
        ingest.ingest(source, List.of(samples));
    }

    private static MetricIngest another() {
        return new MetricIngest(new FakeMetricHistoryRepository(), store, CLOCK);
    }

    private IncomingSample sample(int second, double value) {
        return new IncomingSample(pump, NOON.plusSeconds(second), Map.of("flow", value), Map.of());
    }

    private Asset asset() {
        return manager.assets().find(pump).orElseThrow();
    }

    private AssetMetric metric() {
        return manager.metrics().ofAsset(pump).getFirst();
    }

    private String state() {
        return SITE.single(
                "select severity || ' since ' || since from app.metric_states where metric_id = '" + flow.id() + "'");
    }

    private int lines() {
        return Integer.parseInt(
                SITE.single("select count(*)::text from audit.outbox where entity_key = '" + pump + "'"));
    }
}
