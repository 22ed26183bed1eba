package com.prosynchub.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.OutboxRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.audit.LedgerFilter;
import com.prosynchub.model.change.Change;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.service.metric.ExportReport;
import com.prosynchub.service.metric.ExportRequest;
import com.prosynchub.service.metric.ImportProgress;
import com.prosynchub.service.metric.ImportReport;
import com.prosynchub.service.metric.ImportRequest;
import com.prosynchub.service.metric.TrendSpan;
import com.prosynchub.service.metric.mapping.ImportMapping;
import com.prosynchub.service.metric.mapping.MappingParser;
import com.prosynchub.service.metric.mapping.MappingResult;
import com.prosynchub.service.relay.OutboxRelay;
import com.prosynchub.service.session.SessionServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody limited to one hall, with every permission there is, on the real stores: what leaves the program or enters it in
 * bulk, what is counted, what documents tell and what is announced knows nothing of the other hall.
 */
class LimitedPersonIT {
    private static final PageRequest PAGE = PageRequest.first(100);
    private static final Instant MEASURED = Instant.parse("2026-01-01T00:00:00Z");
    private static final TestSite SITE = TestSite.fresh();
    private static DocumentStore documents;
    private static RelationalSession planner;
    private static RelationalSession limited;
    private static SessionServices services;
    private static Records inner;
    private static Records outer;

    @TempDir
    private Path folder;

    /** A hall's records. */
    private record Records(int hall, Asset pump, WorkOrder order) {}

    @BeforeAll
    static void fill() {
        documents = TestDocuments.open();
        SITE.execute("insert into app.roles (name) values ('Everything'); insert into app.role_permissions (role_id,"
                + " permission_id) select r.role_id, p.permission_id from app.roles r, app.permissions p where r.name ="
                + " 'Everything'");
        planner = SITE.session("Everything");
        String person = SITE.person("Everything");
        int type = planner.assetTypes().insert(Samples.type("Pump")).id();
        inner = hall("Inner", person, type);
        outer = hall("Outer", person, type);
        try (OutboxRepository outbox = SITE.outbox();
                OutboxRelay relay = new OutboxRelay(outbox, documents)) {
            assertThat(relay.runOnce().problem()).isNull();
        }
        SITE.execute("insert into app.user_locations (user_id, location_id) select user_id, " + inner.hall
                + " from app.users where username = '" + person + "'");
        limited = SITE.signIn(person);
        services = SessionServices.open(limited, documents, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        limited.close();
        planner.close();
        documents.close();
    }

    /** Two work orders, a metric out of its limits with history, a part and a comment; all of it assigned to the person. */
    private static Records hall(String name, String person, int type) {
        SessionServices all = SessionServices.open(planner, documents, Clock.systemUTC());
        int hall = planner.locations()
                .insert(Samples.location(name + " hall", null))
                .id();
        Asset pump = planner.assets().insert(Samples.fullAsset(name + " pump", type, hall));
        planner.metrics()
                .insert(Samples.metric(
                        pump.id(), name.toLowerCase(java.util.Locale.ROOT) + "_flow", Samples.limits(0, 1, 2, 3)));
        all.ingest()
                .ingest(
                        "tests",
                        List.of(new IncomingSample(
                                pump.id(),
                                MEASURED,
                                Map.of(name.toLowerCase(java.util.Locale.ROOT) + "_flow", 99.0),
                                Map.of())));
        WorkOrder order =
                planner.workOrders().insert(Samples.workOrder(name + " order", pump.id(), LocalDate.of(2020, 1, 1)));
        SITE.execute("update app.work_orders set assigned_to_id = (select user_id from app.users where username = '"
                + person + "') where work_order_id = '" + order.id() + "'");
        all.comments().say(order.id(), name + " comment");
        return new Records(hall, pump, order);
    }

    @Test
    void theMetricExportHoldsTheOwnHallAlone() throws IOException {
        Path file = folder.resolve("out.csv");
        ExportReport report = services.exports()
                .exportTo(
                        new ExportRequest(
                                List.of(inner.pump.id(), outer.pump.id()),
                                Set.of(),
                                Instant.EPOCH,
                                MEASURED.plusSeconds(1),
                                null),
                        file,
                        ImportProgress.NONE);
        assertThat(report.rows()).isEqualTo(1);
        assertTellsNothing(Files.readString(file) + report.mappingText(), "Inner pump");
        assertThat(report.leftOut()).containsExactly("There is no asset " + outer.pump.id() + ".");
    }

    @Test
    void theAuditAndItsExportHoldTheOwnHallAlone() throws IOException {
        Path file = folder.resolve("audit.csv");
        services.ledger().export(LedgerFilter.all().containing("order"), file);
        assertTellsNothing(Files.readString(file), "Inner order");
        services.ledger().export(LedgerFilter.all().ofRecord("ASSET", null), file);
        assertTellsNothing(Files.readString(file), "Inner pump");
        assertThat(services.ledger()
                        .search(
                                LedgerFilter.all()
                                        .ofRecord("ASSET", outer.pump.id().toString()),
                                PAGE)
                        .items())
                .isEmpty();
    }

    @Test
    void anImportReachesTheOwnHallAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), """
            asset,serial,time,flow
            Inner pump,SN Inner pump,2026-02-01T00:00:00Z,1
            Outer pump,SN Outer pump,2026-02-01T00:00:00Z,2
            """);
        for (String by : List.of("", "asset.serial={serial}\n")) {
            for (String create : List.of("", "create.assets=yes\nasset.type=Pump\n")) {
                String mapping = "asset.name={asset}\n" + by + create + "create.metrics=yes\ntime.column=time\n"
                        + "metric.flow.column=flow\n";
                ImportReport report = services.imports()
                        .importFile(new ImportRequest(file, mapping(mapping), false, false), ImportProgress.NONE);
                assertThat(report.bad())
                        .as(mapping + report.badRows() + report.reason())
                        .isEqualTo(1);
                assertThat(report.createdAssetCount()).isZero();
                assertThat(documents.metricHistory().count(inner.pump.id(), MEASURED, Instant.MAX.minusSeconds(1)))
                        .isEqualTo(2);
                assertThat(documents.metricHistory().count(outer.pump.id(), MEASURED, Instant.MAX.minusSeconds(1)))
                        .as(mapping)
                        .isEqualTo(1);
            }
        }
        assertThat(SITE.single("select count(*) from app.assets")).isEqualTo("2");
    }

    @Test
    void countsAndTheHomeScreenCountTheOwnHallAlone() {
        assertThat(limited.counts())
                .containsEntry("assets", 1L)
                .containsEntry("work_orders", 1L)
                .containsEntry("locations", 1L);
        String home = services.overview().load(50).toString();
        assertTellsNothing(home, "Inner pump");
        assertThat(home).contains("overdue=1");
        assertThat(services.locations().assetCounts()).containsOnlyKeys(inner.hall);
        assertTellsNothing(services.locations().tree().toString(), "Inner hall");
        assertTellsNothing(services.assets().children(null, PAGE).toString(), "Inner pump");
        assertThat(services.assets().search("pump", 10)).hasSize(1);
        assertThat(services.assets().find(outer.pump.id())).isEmpty();
        assertTellsNothing(
                services.workOrders().list(WorkOrderFilter.open(), PAGE).toString(), "Inner order");
        assertThat(services.workOrders().find(outer.order.id())).isEmpty();
        assertThat(services.metrics().ofAssets(List.of(inner.pump.id(), outer.pump.id())))
                .hasSizeGreaterThanOrEqualTo(1)
                .allMatch(metric -> metric.assetId().equals(inner.pump.id()));
    }

    @Test
    void documentsTellOfTheOwnHallAlone() {
        assertThat(services.trends().span(inner.pump.id())).isPresent();
        assertThat(services.trends().span(outer.pump.id()).map(TrendSpan::first))
                .isEmpty();
        assertThat(services.trends().newestSince(outer.pump.id(), Instant.EPOCH))
                .isEmpty();
        assertThat(services.trends()
                        .load(outer.pump.id(), List.of("outer_flow"), Instant.EPOCH, MEASURED.plusSeconds(9), 100)
                        .samples())
                .isZero();
        assertThat(services.comments().of(inner.order.id(), PAGE).items()).hasSize(1);
        assertThat(services.comments().of(outer.order.id(), PAGE).items()).isEmpty();
        assertTellsNothing(services.activities().latest(PAGE).toString(), "Inner pump");
        assertTellsNothing(
                services.activities().search(ActivityFilter.all(), PAGE).toString(), "Inner order");
        assertTellsNothing(services.notifications().list(PAGE).toString(), "Inner order");
        assertThat(services.notifications().countUnread()).isEqualTo(1);
    }

    /** A hint wakes every window and carries keys; what is read after it is what may be seen. */
    @Test
    void anAnnouncedChangeShowsNothing() throws Exception {
        CompletableFuture<Change> heard = new CompletableFuture<>();
        Instant giveUp = Instant.now().plusSeconds(20);
        while (!services.changes().connected()) {
            assertThat(Instant.now()).isBefore(giveUp);
            Thread.onSpinWait();
        }
        services.changes().subscribe(Set.of("assets"), change -> {
            if (change.ids().contains(outer.pump.id().toString())) {
                heard.complete(change);
            }
        });
        SITE.execute("update app.assets set description = 'Outer again' where asset_id = '" + outer.pump.id() + "'");
        Set<String> ids = heard.get(20, TimeUnit.SECONDS).ids();
        assertThat(services.assets().nodes(ids.stream().map(UUID::fromString).toList()))
                .isEmpty();
    }

    private static void assertTellsNothing(String told, String inside) {
        assertThat(told)
                .contains(inside)
                .doesNotContainIgnoringCase("outer")
                .doesNotContain(outer.pump.id().toString())
                .doesNotContain(outer.order.id().toString());
    }

    private static ImportMapping mapping(String text) {
        return ((MappingResult.Understood) MappingParser.parse(text)).mapping();
    }
}
