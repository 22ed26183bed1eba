package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.ChangeFeed;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.change.Change;
import com.prosynchub.model.failure.SaveResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one client commits reaches the other. */
class ChangeFeedIT {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final TestSite SITE = TestSite.fresh();
    private RelationalSession writer;
    private RelationalSession reader;

    @BeforeEach
    void signIn() {
        writer = SITE.session("Manager");
        reader = SITE.session("Manager");
        assertThat(Eventually.within(
                        LONG,
                        () -> reader.changes().connected() && writer.changes().connected()))
                .isTrue();
    }

    @AfterEach
    void signOut() {
        writer.close();
        reader.close();
    }

    @Test
    void aCommitArrivesWithinASecondAndAnUnsubscribedListenerHearsNothing() {
        Queue<Change> heard = new ConcurrentLinkedQueue<>();
        Queue<Change> unheard = new ConcurrentLinkedQueue<>();
        reader.changes().subscribe(Set.of("assets"), heard::add);
        ChangeFeed.Subscription ended = reader.changes().subscribe(Set.of(), unheard::add);
        ended.close();
        AssetType type = writer.assetTypes().insert(Samples.type("Pump"));

        Asset asset = writer.assets().insert(Samples.asset("Feed pump", type.id()));

        assertThat(Eventually.within(SECOND, () -> !heard.isEmpty())).isTrue();
        assertThat(heard)
                .containsExactly(new Change(
                        "assets", Change.Kind.INSERTED, Set.of(asset.id().toString())));
        assertThat(unheard).isEmpty();
    }

    @Test
    void nothingIsHeardOfWhatWasRolledBack() {
        Queue<Change> heard = new ConcurrentLinkedQueue<>();
        reader.changes().subscribe(Set.of("asset_types"), heard::add);
        try {
            writer.unitOfWork().inTransaction(() -> {
                writer.assetTypes().insert(Samples.type("Undone"));
                throw new IllegalStateException("changed my mind");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("changed my mind");
        }

        AssetType kept = writer.assetTypes().insert(Samples.type("Kept"));

        assertThat(Eventually.within(SECOND, () -> !heard.isEmpty())).isTrue();
        assertThat(heard).extracting(Change::ids).containsExactly(Set.of(Integer.toString(kept.id())));
        assertThat(reader.assetTypes().all())
                .extracting(AssetType::name)
                .contains("Kept")
                .doesNotContain("Undone");
    }

    @Test
    void aLostConnectionIsReplacedAndWhatWasMissedIsSaid() {
        Queue<Change> heard = new ConcurrentLinkedQueue<>();
        reader.changes().subscribe(Set.of("assets", "parts"), heard::add);

        SITE.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and query ilike 'listen%' or query = 'select 1'");

        assertThat(Eventually.within(LONG, () -> heard.size() >= 2)).isTrue();
        assertThat(heard).extracting(Change::kind).containsOnly(Change.Kind.MISSED);
        assertThat(heard).extracting(Change::entity).containsExactlyInAnyOrder("assets", "parts");
        assertThat(reader.changes().connected()).isTrue();
        heard.clear();
        writer.parts().insert(Samples.part("Seal", "S-1", 1, null));
        assertThat(Eventually.within(SECOND, () -> !heard.isEmpty())).isTrue();
    }

    /** A hint may be lost without the connection being: the queue was full, or somebody took the listening away. */
    @Test
    void whatWasNeverAnnouncedIsReadAgainAfterAWhile() throws SQLException {
        Queue<Change> heard = new ConcurrentLinkedQueue<>();
        Connection deaf = SITE.superuser();
        try (PostgresChangeFeed feed = new PostgresChangeFeed(
                () -> deaf, new PostgresChangeFeed.Pace(Duration.ofMillis(20), Duration.ofMillis(100)))) {
            feed.start(task -> Thread.ofPlatform().daemon().unstarted(task));
            assertThat(Eventually.within(LONG, feed::connected)).isTrue();
            try (Statement statement = deaf.createStatement()) {
                statement.execute("unlisten *");
            }
            feed.subscribe(Set.of("assets"), heard::add);
            assertThat(Eventually.within(LONG, () -> heard.size() >= 2)).isTrue();
            assertThat(heard).containsOnly(new Change("assets", Change.Kind.MISSED, Set.of()));
        }
    }

    @Test
    void cachedListsFollowOthersChanges() {
        AssetType type = writer.assetTypes().insert(Samples.type("Before"));
        assertThat(Eventually.within(SECOND, () -> reader.assetTypes().all().contains(type)))
                .isTrue();
        assertThat(Eventually.within(SECOND, () -> statementsOfReadingTwoLists() == 0))
                .as("cached")
                .isTrue();

        SaveResult<AssetType> saved =
                writer.assetTypes().update(new AssetType(type.id(), "After", null, null, type.revision()));

        assertThat(saved).isInstanceOf(SaveResult.Saved.class);
        assertThat(Eventually.within(SECOND, () -> reader.assetTypes().all().stream()
                        .anyMatch(t -> t.name().equals("After"))))
                .isTrue();
    }

    @Test
    void rolesFollowAPermissionThatIsTakenAway() {
        try (RelationalSession administrator = SITE.session("Administrator")) {
            int before = permissions(administrator, "Viewer");

            SITE.execute("delete from app.role_permissions where role_id ="
                    + " (select role_id from app.roles where name = 'Viewer') and permission_id ="
                    + " (select permission_id from app.permissions where name = 'report:read')");

            assertThat(Eventually.within(SECOND, () -> permissions(administrator, "Viewer") == before - 1))
                    .isTrue();
        }
    }

    @Test
    void aListenerThatFailsDeafensNobody() {
        Queue<Change> heard = new ConcurrentLinkedQueue<>();
        reader.changes().subscribe(Set.of("parts"), c -> {
            throw new IllegalStateException("a defect, as planned");
        });
        reader.changes().subscribe(Set.of("parts"), heard::add);

        writer.parts().insert(Samples.part("Seal", UUID.randomUUID().toString(), 1, null));

        assertThat(Eventually.within(SECOND, () -> !heard.isEmpty())).isTrue();
    }

    private int statementsOfReadingTwoLists() {
        int before = StatementCount.ofThisThread();
        reader.assetTypes().all();
        reader.locations().all();
        return StatementCount.ofThisThread() - before;
    }

    private static int permissions(RelationalSession session, String role) {
        return session.accounts().roles().stream()
                .filter(r -> r.name().equals(role))
                .findFirst()
                .orElseThrow()
                .permissions()
                .size();
    }
}
