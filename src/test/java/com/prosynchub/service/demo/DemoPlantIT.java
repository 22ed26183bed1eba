package com.prosynchub.service.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.ManualScheduler;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.asset.AssetDetail;
import com.prosynchub.service.home.Overview;
import com.prosynchub.service.home.Tile;
import com.prosynchub.service.metric.TrendData;
import com.prosynchub.service.session.SessionServices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo plant in both real stores, and the use cases on it as each of its people. */
class DemoPlantIT {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPlantIT.class);
    private static final DemoSite SITE = new DemoSite();

    @BeforeAll
    static void install() {
        Instant start = Instant.now();
        SITE.plant().install((step, fraction) -> LOG.debug("{} {}", step, fraction));
        LOG.info(
                "The demo plant was installed in {} ms: {}",
                Duration.between(start, Instant.now()).toMillis(),
                SITE.documents.counts());
    }

    @AfterAll
    static void close() {
        SITE.close();
    }

    @Test
    void isCompleteAndStaysAsItIs() {
        assertThat(SITE.plant().installed()).isTrue();
        Map<String, Long> counts = SITE.documents.counts();
        assertThat(counts.get("assetMetricsHistory")).isGreaterThan(42L * 30 * 144);
        SITE.plant().install((step, fraction) -> {});
        assertThat(SITE.documents.counts()).isEqualTo(counts);
    }

    @Test
    void aManagerFindsTheTreeTheValuesAndTheTrend() {
        try (RelationalSession session = SITE.session("Manager")) {
            SessionServices s = open(session);
            AssetNode site =
                    s.assets().children(null, PageRequest.first(10)).items().getFirst();
            assertThat(site.name()).isEqualTo("Alderbrook Dairy");
            assertThat(s.assets().countSubtree(site.id()).assets()).isEqualTo(64);
            AssetDetail separator = s.assets().find(DemoIds.asset(20)).orElseThrow();
            assertThat(separator.path()).hasSize(4);
            assertThat(separator.type()).isNotNull();
            assertThat(separator.location()).isNotNull();
            assertThat(separator.asset().purchaseCost())
                    .as("a manager sees costs")
                    .isNotNull();
            assertThat(s.metrics().ofAsset(DemoIds.asset(20))).hasSize(5).allSatisfy(m -> assertThat(m.value())
                    .isNotNull());
            assertThat(s.metrics().outsideLimits(100))
                    .extracting(AssetMetric::severity)
                    .contains(Severity.CRITICAL)
                    .doesNotContain(Severity.NORMAL);
            assertThat(s.locations().tree()).singleElement().satisfies(t -> assertThat(t.assetsBelow())
                    .isEqualTo(64));

            Instant now = Instant.now().plusSeconds(60);
            TrendData month = s.trends()
                    .load(DemoIds.asset(20), List.of("vibration", "speed"), now.minus(Duration.ofDays(31)), now, 1000);
            assertThat(month.samples()).isGreaterThan(4300);
            assertThat(month.reduced()).isTrue();
            TrendData day =
                    s.trends().load(DemoIds.asset(20), List.of("vibration"), now.minus(Duration.ofDays(1)), now, 1000);
            assertThat(day.reduced()).isFalse();
            assertThat(day.points()).isBetween(140, 150);
        }
    }

    @TestFactory
    Stream<DynamicTest> everybodysHomeIsWholeAndHidesWhatTheRoleNeverSees() {
        return SeededRoles.all().entrySet().stream()
                .map(role -> dynamicTest("home of " + role.getKey(), () -> home(role.getKey(), role.getValue())));
    }

    private static void home(String role, Set<Permission> held) {
        try (RelationalSession session = SITE.session(role)) {
            assertThat(session.user().permissions()).isEqualTo(held);
            Overview home = open(session).overview().load(8);
            assertThat(Stream.of(
                            home.assetsByStatus(),
                            home.worstAssets(),
                            home.outsideLimits(),
                            home.work(),
                            home.partsToReorder(),
                            home.recentActivity(),
                            home.unreadNotifications()))
                    .noneMatch(t -> t instanceof Tile.Failed);
            boolean parts = held.stream().anyMatch(p -> p.key().equals("part:read"));
            assertThat(home.partsToReorder() instanceof Tile.Ready).isEqualTo(parts);
            if (home.work() instanceof Tile.Ready<Overview.WorkSummary>(Overview.WorkSummary work)) {
                long all = work.byStatus().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                assertThat(all).isEqualTo(role.equals("Technician") ? 10 : 25);
            }
        }
    }

    @Test
    void anOperatorStatesAStatusAndEditsNothing() {
        try (RelationalSession session = SITE.session("Operator")) {
            SessionServices s = open(session);
            AssetDetail dryer = s.assets().find(DemoIds.asset(54)).orElseThrow();
            assertThat(dryer.asset().purchaseCost())
                    .as("no costs for operators")
                    .isNull();
            assertThat(s.assets()
                            .changeStatus(
                                    DemoIds.asset(54),
                                    AssetStatus.WARNING,
                                    dryer.asset().revision()))
                    .isInstanceOfSatisfying(SaveResult.Saved.class, saved -> {});
            assertThat(s.assets()
                            .changeStatus(
                                    DemoIds.asset(54),
                                    AssetStatus.OFFLINE,
                                    dryer.asset().revision()))
                    .as("stale by now")
                    .isInstanceOf(SaveResult.Conflict.class);
            assertThat(denied(() -> s.assets().save(dryer.asset()))).isTrue();
            assertThat(denied(() -> session.assets().update(dryer.asset().withStatus(AssetStatus.OFFLINE, 1))))
                    .as("the database says the same without the gate")
                    .isTrue();
        }
    }

    @Test
    void theSimulatorsSamplesArriveInBothStores() {
        ManualScheduler scheduler = new ManualScheduler();
        try (DemoSimulator simulator = new DemoSimulator(SITE.history, SITE.ingest, scheduler, Clock.systemUTC());
                RelationalSession session = SITE.session("Viewer")) {
            Instant before = Instant.now().minusSeconds(3);
            simulator.start();
            scheduler.run();
            SessionServices s = open(session);
            assertThat(s.trends().newestSince(DemoIds.asset(13), before)).isNotEmpty();
            assertThat(s.metrics().ofAsset(DemoIds.asset(13)))
                    .allSatisfy(m -> assertThat(m.updatedAt()).isAfterOrEqualTo(before));
        }
    }

    private static boolean denied(Runnable call) {
        try {
            call.run();
            return false;
        } catch (FailureException e) {
            return e.failure() instanceof Failure.Denied;
        }
    }

    private static SessionServices open(RelationalSession session) {
        return SessionServices.open(session, SITE.documents, Clock.systemUTC());
    }
}
