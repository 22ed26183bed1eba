package com.prosynchub.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.OutboxRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.audit.CopyCheck;
import com.prosynchub.model.audit.CopyCheck.Problem;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.relay.OutboxRelay;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who gets at the documents of the audit log is found out by laying them beside the ledger. */
class CopiesIT {
    private static final TestSite SITE = TestSite.fresh();

    private final MongoStore.Config config = TestDocuments.shared().config(TestDocuments.newDatabaseName());
    private DocumentStore documents;
    private MongoClient raw;
    private MongoCollection<Document> logs;
    private RelationalSession admin;
    private LedgerService service;

    @BeforeEach
    void work() {
        documents = MongoStore.open(config);
        documents.setUp();
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(config.uri()))
                .applyToSslSettings(ssl -> ssl.enabled(true).context(config.sslContext()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
        raw = MongoClients.create(settings);
        logs = raw.getDatabase(config.database()).getCollection("auditLogs");
        // Another document store than the test before; what the ledger holds by now is not to be delivered there.
        SITE.execute("update audit.outbox set relayed_at = null, parked_reason = 'before this test'");
        try (RelationalSession manager = SITE.session("Manager")) {
            int type = manager.assetTypes()
                    .insert(Samples.type("Type " + UUID.randomUUID()))
                    .id();
            Asset asset = manager.assets().insert(Samples.asset("Pump", type));
            manager.assets().update(Samples.asset(asset.id(), "Pump 2", type, null, 0));
        }
        SITE.execute("insert into audit.outbox (action, entity_type, entity_key, new_state) values ('CREATE', 'ASSET',"
            + " gen_random_uuid()::text, '{\"purchase_cost\": 1200.50, \"long\":"
            + " 0.1234567890123456789012345678901234567, \"tags\": [1, null, true, \"x\", {\"a\": -2.5e-7}], \"none\":"
            + " null}')");
        deliver();
        admin = SITE.session("Administrator");
        service = new LedgerService(new SessionAccessGate(admin), admin.ledger(), documents.auditLogs());
    }

    @AfterEach
    void close() {
        admin.close();
        documents.close();
        raw.close();
    }

    @Test
    void untouchedTheyAgreeAndCarryTheSealAndWhatWaitsIsNotMissed() {
        CopyCheck check = compare();
        assertThat(check.problem()).isNull();
        // The administrator's own sign-in is in the ledger, as is what was before, and neither was delivered.
        assertThat(check.compared()).isEqualTo(logs.countDocuments()).isEqualTo(delivered());
        assertThat(inStretchesOf(3)).isEqualTo(delivered());
        Document one = assetUpdate();
        assertThat(one)
                .containsEntry(
                        "hash",
                        SITE.single(
                                "select encode(hash, 'hex') from audit.outbox where seq = " + one.get("outbox_seq")));
    }

    @Test
    void oneThatWasAlteredIsNamed() {
        for (Bson change : new Bson[] {
            Updates.set("new_state.name", "Forged"),
            Updates.unset("new_state.name"),
            Updates.set("user_id", UUID.randomUUID()),
            Updates.set("action", "DELETE"),
            Updates.set("timestamp", new java.util.Date(0)),
            Updates.set("hash", "0".repeat(64)),
        }) {
            Document before = assetUpdate();
            logs.updateOne(eq(before.getLong("outbox_seq")), change);
            assertProblem(Problem.ALTERED, numberOf(before.getLong("outbox_seq")));
            logs.replaceOne(eq(before.getLong("outbox_seq")), before);
            assertThat(compare().problem()).isNull();
        }
    }

    /** Somebody who may take the validator off can write anything. */
    @Test
    void oneOfAnotherFormIsNamedToo() {
        raw.getDatabase(config.database())
                .runCommand(new Document("collMod", "auditLogs").append("validationLevel", "off"));
        Document before = assetUpdate();
        long seq = before.getLong("outbox_seq");
        for (Bson change : new Bson[] {
            Updates.set("note", "looked at"), Updates.set("event_id", "none"), Updates.unset("entity_type")
        }) {
            logs.updateOne(eq(seq), change);
            assertProblem(Problem.ALTERED, numberOf(seq));
            logs.replaceOne(eq(seq), before);
        }
        logs.insertOne(new Document("kept", true));
        assertProblem(Problem.ADDED, 0);
    }

    @Test
    void oneThatWasDeletedIsNamed() {
        Document gone = assetUpdate();
        logs.deleteOne(eq(gone.getLong("outbox_seq")));
        assertProblem(Problem.MISSING, numberOf(gone.getLong("outbox_seq")));
    }

    @Test
    void oneThatWasAddedIsNamed() {
        long beyond = Long.parseLong(SITE.single("select max(seq) + 1000 from audit.outbox"));
        Document forged = new Document(assetUpdate());
        forged.put("_id", new ObjectId());
        forged.put("outbox_seq", beyond);
        logs.insertOne(forged);
        assertProblem(Problem.ADDED, beyond);
    }

    @Test
    void oneFromBeforeTheyCarriedASealIsJudgedByWhatItSays() {
        Document old = assetUpdate();
        long seq = old.getLong("outbox_seq");
        logs.updateOne(eq(seq), Updates.unset("hash"));
        assertThat(compare().problem()).isNull();
        logs.updateOne(eq(seq), Updates.set("new_state.name", "Forged"));
        assertProblem(Problem.ALTERED, numberOf(seq));
    }

    /** Neither costs nor places are told by comparing them. */
    @Test
    void whoDoesNotSeeCostsOrOtherPlacesComparesWhatIsLeft() {
        SITE.execute("insert into app.roles (name) values ('Auditor'); insert into app.role_permissions (role_id,"
                + " permission_id) select r.role_id, p.permission_id from app.roles r, app.permissions p"
                + " where r.name = 'Auditor' and p.name in ('audit:read', 'asset:read', 'location:read')");
        SITE.execute("insert into app.locations (name) values ('Hall')");
        String place = SITE.single("select max(location_id) from app.locations");
        String limited = SITE.person("Auditor");
        SITE.execute("insert into app.user_locations (user_id, location_id) select user_id, " + place
                + " from app.users where username = '" + limited + "'");
        try (RelationalSession session = SITE.signIn(limited)) {
            LedgerService theirs =
                    new LedgerService(new SessionAccessGate(session), session.ledger(), documents.auditLogs());
            deliver();
            CopyCheck check = theirs.compareCopies(0);
            assertThat(check.problem()).isNull();
            assertThat(check.compared()).isEqualTo(logs.countDocuments());
            Document asset = assetUpdate();
            logs.updateOne(eq(asset.getLong("outbox_seq")), Updates.set("new_state.name", "Forged"));
            assertThat(theirs.compareCopies(0).problem())
                    .as("of an asset elsewhere")
                    .isNull();
            assertThat(compare().problem()).isEqualTo(Problem.ALTERED);
        }
    }

    private void deliver() {
        try (OutboxRepository outbox = SITE.outbox();
                OutboxRelay relay = new OutboxRelay(outbox, documents)) {
            assertThat(relay.runOnce().problem()).isNull();
        }
    }

    private CopyCheck compare() {
        CopyCheck check = service.compareCopies(0);
        assertThat(check.done()).isTrue();
        return check;
    }

    private void assertProblem(Problem problem, long named) {
        assertThat(compare()).extracting(CopyCheck::problem, CopyCheck::broken).containsExactly(problem, named);
    }

    private Document assetUpdate() {
        return logs.find(Filters.and(Filters.eq("entity_type", "ASSET"), Filters.eq("action", "UPDATE")))
                .sort(new Document("outbox_seq", -1))
                .first();
    }

    private static Bson eq(long seq) {
        return Filters.eq("outbox_seq", seq);
    }

    private static long delivered() {
        assertThat(SITE.single("select count(*) > 0 from audit.outbox where relayed_at is null"))
                .isEqualTo("t");
        return Long.parseLong(SITE.single("select count(*) from audit.outbox where relayed_at is not null"));
    }

    private long inStretchesOf(int places) {
        CopyComparison comparison = new CopyComparison(admin.ledger(), documents.auditLogs(), true, places);
        CopyCheck check = comparison.after(0);
        long compared = check.compared();
        while (!check.done()) {
            check = comparison.after(check.upto());
            compared += check.compared();
        }
        assertThat(check.problem()).isNull();
        return compared;
    }

    private static long numberOf(long seq) {
        return Long.parseLong(SITE.single("select seal_no from audit.outbox where seq = " + seq));
    }
}
