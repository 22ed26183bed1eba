package com.prosynchub.service.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.OutboxRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.session.SessionServices;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ledger in PostgreSQL and the feed in the document store say the same, event by event, after a mixed run of work. */
class FeedAgreesWithLedgerIT {
    private static TestDocuments server;
    private static TestSite site;
    private static DocumentStore documents;

    /** What a line of the feed has in common with its entry. */
    private record Said(String event, String person, String type, String record) {}

    /** Ledger entries of a person that the feed leaves out on purpose. */
    private static final String LEFT_OUT = "('ASSET_METRIC CREATE', 'SESSION LOGIN_FAILED', 'SESSION LOGIN_THROTTLED',"
            + " 'PERMISSION REFUSED', 'ROLE_PERMISSION CREATE', 'USER_PREFERENCES CREATE')";

    private static final String LEDGER = """
        select event_id, user_id,
               case when action in ('CREATE', 'UPDATE', 'DELETE') then entity_type || '_' || action || 'D' else action end,
               case entity_type
                   when 'SESSION' then ''
                   when 'LOCATION' then 'LOCATION/' || (coalesce(new_state, previous_state) ->> 'location_id')
                   when 'ASSET_TYPE' then 'ASSET_TYPE/' || (coalesce(new_state, previous_state) ->> 'asset_type_id')
                   when 'ROLE' then 'ROLE/' || (coalesce(new_state, previous_state) ->> 'role_id')
                   when 'WORK_ORDER_CHECKLIST'
                       then 'WORK_ORDER/' || (coalesce(new_state, previous_state) ->> 'work_order_id')
                   when 'WORK_ORDER_PART' then 'WORK_ORDER/' || (coalesce(new_state, previous_state) ->> 'work_order_id')
                   when 'ASSET_METRIC' then 'ASSET/' || (coalesce(new_state, previous_state) ->> 'asset_id')
                   when 'METRIC_NOTE' then 'ASSET/' || (coalesce(new_state, previous_state) ->> 'asset_id')
                   when 'METRIC_SETTINGS' then 'ASSET/' || (coalesce(new_state, previous_state) ->> 'asset_id')
                   else coalesce(entity_type || '/' || entity_id, '') end
        from audit.outbox
        where user_id is not null and seq > ? and entity_type || ' ' || action not in %s
        """.formatted(LEFT_OUT);

    @BeforeAll
    static void start() {
        server = new TestDocuments();
        site = TestSite.fresh();
        documents = MongoStore.open(server.config(TestDocuments.newDatabaseName()));
        documents.setUp();
    }

    @AfterAll
    static void stop() {
        documents.close();
        server.close();
    }

    @Test
    void eventByEventAfterAMixedRun() throws SQLException {
        site.execute("update audit.outbox set relayed_at = now() where relayed_at is null");
        long before = Long.parseLong(site.single("select max(seq) from audit.outbox"));
        String technician = site.person("Technician");
        UUID own;
        UUID others;
        UUID pump;
        Location hall;
        try (RelationalSession session = site.session("Manager")) {
            SessionServices manager = SessionServices.open(session, documents, Clock.systemUTC());
            hall = manager.locations().create(Records.location("Hall 7", null));
            manager.locations()
                    .save(new Location(
                            hall.id(),
                            "Hall 7b",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            hall.revision()));
            int type =
                    manager.assetTypes().create(Records.type("Pump of the run")).id();
            Asset asset = manager.assets().create(Records.asset("P-7", type, null));
            pump = asset.id();
            saved(manager.assets().save(Records.renamed(asset, "P-7b")));
            manager.metrics().define(Records.metric(pump, "level", null));
            UUID person =
                    UUID.fromString(site.single("select user_id from app.users where username = '" + technician + "'"));
            WorkOrder order =
                    manager.workOrders().create(Records.workOrder("Grease", pump, WorkOrderStatus.OPEN, null));
            own = saved(manager.workOrders().assign(order, person)).id();
            ChecklistItem step = manager.workOrders().addStep(own, "Look", 1);
            manager.workOrders().deleteStep(step);
            manager.comments().say(own, "Use the yellow one.");
            others = manager.workOrders()
                    .create(Records.workOrder("Paint", pump, WorkOrderStatus.OPEN, null))
                    .id();
            UUID gone = manager.workOrders()
                    .create(Records.workOrder("Mistake", pump, WorkOrderStatus.OPEN, null))
                    .id();
            manager.workOrders().delete(gone, 0, "");
        }
        try (OutboxRepository outbox = site.outbox();
                RelationalSession session = site.signIn(technician)) {
            SessionServices mine = SessionServices.open(session, documents, Clock.systemUTC());
            mine.workOrders()
                    .move(mine.workOrders().find(own).orElseThrow().order(), WorkOrderStatus.IN_PROGRESS, null, "");
            assertThat(new OutboxRelay(outbox, documents).runOnce().problem()).isNull();
            assertThat(feed()).hasSizeGreaterThan(15).containsExactlyInAnyOrderElementsOf(ledger(before));

            assertThat(records(mine, ActivityFilter.all()))
                    .as("a technician reads of the own orders only")
                    .containsOnly(RecordKey.of("WORK_ORDER", own));
            assertThat(records(mine, ActivityFilter.all().about(Set.of(RecordKey.of("WORK_ORDER", others)))))
                    .isEmpty();
            assertThat(texts(mine, RecordKey.of("WORK_ORDER", own)))
                    .containsExactly(
                            "Moved work order “Grease” from Open to In Progress",
                            "Commented on work order “Grease”",
                            "Deleted step “Look”",
                            "Created step “Look”",
                            "Changed work order “Grease”",
                            "Created work order “Grease”");
            assertThat(texts(mine, RecordKey.of("LOCATION", hall.id()))).hasSize(2);
            assertThat(texts(mine, RecordKey.of("ASSET", pump))).hasSize(2);
        }
        limitedToAnotherHall(hall, pump, own);
    }

    /** Whoever is limited to another place reads nothing of it, neither in the stream nor by asking for the record. */
    private void limitedToAnotherHall(Location hall, UUID pump, UUID order) {
        String limited = site.person("Manager");
        site.execute("insert into app.locations (name) values ('Hall 8')");
        site.execute("insert into app.user_locations (user_id, location_id) select u.user_id, l.location_id"
                + " from app.users u, app.locations l where u.username = '" + limited + "' and l.name = 'Hall 8'");
        try (RelationalSession session = site.signIn(limited)) {
            SessionServices elsewhere = SessionServices.open(session, documents, Clock.systemUTC());
            assertThat(records(elsewhere, ActivityFilter.all()))
                    .extracting(RecordKey::type)
                    .as("a type belongs to no place")
                    .containsOnly("ASSET_TYPE");
            assertThat(texts(elsewhere, RecordKey.of("LOCATION", hall.id()))).isEmpty();
            assertThat(texts(elsewhere, RecordKey.of("ASSET", pump))).isEmpty();
            assertThat(texts(elsewhere, RecordKey.of("WORK_ORDER", order))).isEmpty();
        }
    }

    private static <T> T saved(SaveResult<T> result) {
        return ((SaveResult.Saved<T>) result).value();
    }

    private static List<RecordKey> records(SessionServices services, ActivityFilter filter) {
        return everything(page -> services.activities().search(filter, page)).stream()
                .map(line -> line.activity().record().orElseThrow())
                .toList();
    }

    private static List<String> texts(SessionServices services, RecordKey record) {
        ActivityFilter filter = ActivityFilter.all().about(Set.of(record));
        return everything(page -> services.activities().search(filter, page)).stream()
                .map(ActivityLine::activity)
                .map(Activity::description)
                .toList();
    }

    private static List<Said> feed() {
        return everything(page -> documents.activities().search(ActivityFilter.all(), page)).stream()
                .map(a -> new Said(
                        a.eventId().toString(),
                        a.userId().toString(),
                        a.type(),
                        a.additionalInfo().getOrDefault(Activity.RECORD, "").toString()))
                .toList();
    }

    private static List<Said> ledger(long after) throws SQLException {
        List<Said> entries = new ArrayList<>();
        try (Connection c = site.superuser();
                PreparedStatement s = c.prepareStatement(LEDGER)) {
            s.setLong(1, after);
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    entries.add(new Said(r.getString(1), r.getString(2), r.getString(3), r.getString(4)));
                }
            }
        }
        return entries;
    }

    private static <T> List<T> everything(Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Page<T> page = list.apply(PageRequest.first(7));
        all.addAll(page.items());
        while (!page.last()) {
            page = list.apply(PageRequest.first(7).next(page.next()));
            all.addAll(page.items());
        }
        return all;
    }
}
