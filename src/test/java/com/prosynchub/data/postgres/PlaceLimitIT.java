package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestPostgres;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.page.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The repositories of somebody limited to a place, and what an open client hears of the limit. */
class PlaceLimitIT {
    private static final TestSite SITE = TestSite.fresh();
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void anOpenClientFollowsItsLimit() {
        try (RelationalSession planner = SITE.session("Manager");
                RelationalSession viewer = SITE.session("Viewer")) {
            Location inside = planner.locations().insert(Samples.location("Boiler house", null));
            Location outside = planner.locations().insert(Samples.location("Yard", null));
            AssetType type = planner.assetTypes().insert(Samples.type("Pump"));
            Asset yard = planner.assets().insert(Samples.asset("Yard station", type.id()));
            Asset boiler = planner.assets().insert(Samples.asset("Boiler", type.id(), yard.id()));
            TestPostgres.execute(
                    SITE.database(),
                    "UPDATE app.assets SET location_id = CASE name WHEN 'Boiler' THEN " + inside.id() + " ELSE "
                            + outside.id() + " END");
            assertThat(roots(viewer)).containsExactly("Yard station");
            assertThat(viewer.locations().all()).hasSize(2);
            assertThat(viewer.sight(List.of(yard.id(), boiler.id())).limited()).isFalse();
            assertThat(Eventually.within(LONG, () -> viewer.changes().connected()))
                    .isTrue();
            AtomicInteger told = new AtomicInteger();
            viewer.changes().subscribe(Set.of("assets"), change -> told.incrementAndGet());

            TestPostgres.execute(
                    SITE.database(),
                    "INSERT INTO app.user_locations VALUES ('" + viewer.user().userId() + "', " + inside.id() + ")");

            assertThat(Eventually.within(LONG, () -> told.get() > 0))
                    .as("screens read again")
                    .isTrue();
            assertThat(roots(viewer)).as("its parent is out of sight").containsExactly("Boiler");
            assertThat(viewer.locations().all()).extracting(Location::name).containsExactly("Boiler house");
            assertThat(viewer.assets().find(yard.id())).isEmpty();
            assertThat(viewer.assets().search("station", 10)).isEmpty();
            assertThat(viewer.assets().path(boiler.id())).hasSize(1);
            assertThat(viewer.counts()).containsEntry("assets", 1L);
            UUID gone = UUID.randomUUID();
            assertThat(viewer.sight(
                            List.of(yard.id(), boiler.id(), gone, viewer.user().userId())))
                    .satisfies(s -> assertThat(s.limited()).isTrue())
                    .satisfies(s -> assertThat(s.hidden()).containsExactlyInAnyOrder(yard.id(), gone));
            assertThat(viewer.sight(List.of()).hidden()).isEmpty();
        }
    }

    private static List<String> roots(RelationalSession session) {
        return session.assets().children(null, PageRequest.first(10)).items().stream()
                .map(AssetNode::name)
                .toList();
    }
}
