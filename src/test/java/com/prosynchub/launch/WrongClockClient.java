package com.prosynchub.launch;

import com.prosynchub.data.RelationalGate.Attempt;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.data.postgres.PostgresConfig;
import com.prosynchub.data.postgres.PostgresStore;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.text.Formats;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A client in a process of its own, for {@link WrongClockIT}: works a little and says what it took the time to be. */
final class WrongClockClient {
    private WrongClockClient() {}

    /** @param arguments JDBC URL and name of a person with {@link TestSite#PASSWORD} */
    public static void main(String[] arguments) {
        PostgresConfig config = new PostgresConfig(
                arguments[0],
                MigratedPostgres.WORKSTATION,
                MigratedPostgres.PASSWORD,
                "test",
                task -> Thread.ofPlatform().daemon().unstarted(task),
                () -> false);
        Attempt attempt = PostgresStore.gate(config).signIn(arguments[1], TestSite.PASSWORD, "wrong clock");
        try (RelationalSession session = ((Attempt.Accepted) attempt).session()) {
            work(session);
        }
    }

    private static void work(RelationalSession session) {
        SessionServices services = SessionServices.open(
                session, new FakeDocumentStore(), session.serverTime().withZone(ZoneOffset.UTC));
        say("own", Instant.now());
        say("atSignIn", session.serverTime().instant());
        session.follow();
        say("followed", session.serverTime().instant());
        int type = session.assetTypes()
                .insert(Samples.type("Type " + UUID.randomUUID()))
                .id();
        Asset asset = services.assets().create(Samples.asset("Stamped", type));
        WorkOrder order = session.workOrders().insert(Samples.workOrder("Stamped", asset.id(), null));
        say("asset", asset.id());
        say("comment", services.comments().say(order.id(), "Seen.").createdAt());
        session.metrics().insert(Samples.metric(asset.id(), "flow", MetricLimits.NONE));
        MetricSample now = new MetricSample(asset.id(), session.serverTime().instant(), Map.of("flow", 1.0));
        say(
                "measured",
                services.ingest()
                        .ingest("tests", List.of(IncomingSample.of(now)))
                        .counts()
                        .accepted());
        Formats formats = new Formats(ZoneOffset.UTC, Locale.UK, session.serverTime());
        say("age", formats.age(now.timestamp()));
        session.ping();
        say("expires", session.user().expiresAt());
    }

    private static void say(String what, Object value) {
        System.out.println(what + "=" + value);
    }
}
