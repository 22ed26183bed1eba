package com.prosynchub.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.service.asset.AssetTypeService;
import com.prosynchub.service.location.LocationService;
import com.prosynchub.service.metric.MetricService;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every writing use case with every role on the real store, with the gate of the services left open: it decides alone. */
class DatabaseSaysTheSameIT {
    private static final TestSite SITE = TestSite.shared();
    private static final Map<String, RelationalSession> SESSIONS = new ConcurrentHashMap<>();
    private static final int TYPE = manager()
            .assetTypes()
            .insert(Records.type("Type " + UUID.randomUUID()))
            .id();

    /** A use case, what opens it, and a call on rows that a manager has just made. */
    private record Case(String name, Set<String> opens, Function<RelationalSession, Object> call) {}

    private static final List<Case> CASES = List.of(
            of("create asset", "asset:create", s -> assets(s).create(Records.asset("New", TYPE, null))),
            of("save asset", "asset:update", s -> assets(s).save(asset().withStatus(AssetStatus.OFFLINE, 0))),
            of("move asset", "asset:update", s -> assets(s).move(asset().id(), asset().id(), 0)),
            of("delete asset", "asset:delete", s -> assets(s).delete(asset().id(), 0, "")),
            new Case("state asset's status", Set.of("asset:update", "asset:acknowledge"), s -> assets(s)
                    .changeStatus(asset().id(), AssetStatus.WARNING, 0)),
            of("create type", "asset_type:create", s -> types(s).create(Records.type("T " + UUID.randomUUID()))),
            of("save type", "asset_type:update", s -> {
                AssetType t = manager().assetTypes().insert(Records.type("T " + UUID.randomUUID()));
                return types(s).save(new AssetType(t.id(), t.name(), "other", t.icon(), t.revision()));
            }),
            of("delete type", "asset_type:delete", s -> types(s).delete(
                            manager()
                                    .assetTypes()
                                    .insert(Records.type("T " + UUID.randomUUID()))
                                    .id(),
                            0,
                            "")),
            of("create location", "location:create", s -> locations(s).create(Records.location("L", null))),
            of("save location", "location:update", s -> {
                Location l = location();
                return locations(s)
                        .save(new Location(
                                l.id(), "Other", null, null, null, null, null, null, null, null, null, l.revision()));
            }),
            of("move location", "location:update", s -> locations(s)
                    .move(location().id(), location().id(), 0)),
            of("delete location", "location:delete", s -> locations(s)
                    .delete(location().id(), 0, "")),
            of("define metric", "metric:create", s -> metrics(s).define(Records.metric(asset().id(), "level", null))),
            of("save limits", "metric:configure", s -> {
                AssetMetric m = metric();
                return metrics(s)
                        .saveLimits(new AssetMetric(
                                m.id(),
                                m.assetId(),
                                m.name(),
                                m.value(),
                                "bar",
                                new MetricLimits(null, BigDecimal.ONE, null, null),
                                m.updatedAt(),
                                m.revision()));
            }),
            of("delete metric", "metric:delete", s -> metrics(s).delete(metric().id(), 0)));

    @AfterAll
    static void signOut() {
        SESSIONS.values().forEach(RelationalSession::close);
    }

    @TestFactory
    Stream<DynamicTest> theDatabaseDecidesLikeTheGate() {
        Map<String, Set<Permission>> roles = SeededRoles.all();
        return CASES.stream().flatMap(c -> roles.entrySet().stream()
                .map(role -> dynamicTest(c.name + " as " + role.getKey(), () -> {
                    boolean granted = role.getValue().stream().anyMatch(p -> c.opens.contains(p.key()));
                    try {
                        Object result = c.call.apply(session(role.getKey()));
                        assertThat(granted).as("it went through: %s", result).isTrue();
                        assertThat(result).isNotInstanceOfAny(SaveResult.Conflict.class, SaveResult.Gone.class);
                    } catch (FailureException e) {
                        assertThat(e.failure()).isInstanceOf(Failure.Denied.class);
                        assertThat(granted).as(e.failure().detail()).isFalse();
                    }
                })));
    }

    private static Asset asset() {
        return manager().assets().insert(Records.asset("Asset", TYPE, null));
    }

    private static AssetMetric metric() {
        return manager().metrics().insert(Records.metric(asset().id(), "level", null));
    }

    private static Location location() {
        return manager().locations().insert(Records.location("Place", null));
    }

    private static RelationalSession manager() {
        return session("Manager");
    }

    private static RelationalSession session(String role) {
        return SESSIONS.computeIfAbsent(role, SITE::session);
    }

    private static AssetService assets(RelationalSession s) {
        return new AssetService(new OpenGate(s), s);
    }

    private static AssetTypeService types(RelationalSession s) {
        return new AssetTypeService(new OpenGate(s), s.assetTypes(), s.unitOfWork());
    }

    private static LocationService locations(RelationalSession s) {
        return new LocationService(new OpenGate(s), s.locations(), s.unitOfWork());
    }

    private static MetricService metrics(RelationalSession s) {
        return new MetricService(new OpenGate(s), s.metrics());
    }

    private static Case of(String name, String permission, Function<RelationalSession, Object> call) {
        return new Case(name, Set.of(permission), call);
    }

    private record OpenGate(RelationalSession session) implements AccessGate {
        @Override
        public void require(Permission permission) {
            // the database is asked
        }

        @Override
        public boolean may(Permission permission) {
            return true;
        }

        @Override
        public SignedInUser user() {
            return session.user();
        }
    }
}
