package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tree of assets or places never bites its own tail, whatever order two people move things in. */
class TreesIT {
    private final DoorPlant plant = new DoorPlant();

    private static String move(UUID asset, UUID parent) {
        return "UPDATE app.assets SET parent_asset_id = '" + parent
                + "', row_version = row_version + 1 WHERE asset_id = '" + asset + "'";
    }

    @Test
    void assetsAndLocationsRefuseCycles() throws SQLException {
        Person manager = plant.person("Manager");
        UUID top = plant.asset();
        UUID middle = plant.asset();
        UUID leaf = plant.asset();
        try (Connection connection = plant.as(manager)) {
            assertThat(DoorPlant.outcome(connection, move(middle, top))).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, move(leaf, middle))).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(connection, move(top, top))).isEqualTo("PSH02");
            assertThat(DoorPlant.outcome(connection, move(top, leaf))).isEqualTo("PSH02");
            assertThat(DoorPlant.outcome(connection, move(leaf, top))).isEqualTo("ok 1");
            String pair = "INSERT INTO app.assets (asset_id, name, asset_type_id, parent_asset_id) SELECT v.id, 'x',"
                    + " t.asset_type_id, v.parent FROM app.asset_types t, (VALUES ('%1$s'::uuid, '%2$s'::uuid),"
                    + " ('%2$s', '%1$s')) AS v (id, parent)";
            assertThat(DoorPlant.outcome(connection, pair.formatted(UUID.randomUUID(), UUID.randomUUID())))
                    .isEqualTo("PSH02");
            assertThat(DoorPlant.outcome(
                            connection,
                            "INSERT INTO app.locations (location_id, name, parent_location_id)"
                                    + " VALUES (1, 'a', NULL), (2, 'b', 1)"))
                    .isEqualTo("ok 2");
            assertThat(DoorPlant.outcome(
                            connection,
                            "UPDATE app.locations SET parent_location_id = 2,"
                                    + " row_version = row_version + 1 WHERE location_id = 1"))
                    .isEqualTo("PSH02");
            assertThat(DoorPlant.outcome(
                            connection,
                            "UPDATE app.locations SET parent_location_id = location_id,"
                                    + " row_version = row_version + 1"))
                    .isEqualTo("PSH02");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ})
    void twoMovesAtOnceCloseNoRing(int isolation) throws Exception {
        Person manager = plant.person("Manager");
        UUID left = plant.asset();
        UUID right = plant.asset();
        CyclicBarrier bothRead = new CyclicBarrier(2);
        List<CompletableFuture<String>> moves = new ArrayList<>();
        for (String move : List.of(move(left, right), move(right, left))) {
            moves.add(CompletableFuture.supplyAsync(() -> {
                try (Connection connection = plant.as(manager)) {
                    connection.setAutoCommit(false);
                    connection.setTransactionIsolation(isolation);
                    DoorPlant.outcome(connection, "SELECT count(*) FROM app.assets");
                    bothRead.await();
                    String outcome = DoorPlant.outcome(connection, move);
                    connection.commit();
                    return outcome;
                } catch (Exception unexpected) {
                    throw new IllegalStateException(unexpected);
                }
            }));
        }
        List<String> outcomes = List.of(moves.get(0).get(), moves.get(1).get());
        assertThat(outcomes).containsOnlyOnce("ok 1").containsAnyOf("PSH02", "40001");
        assertThat(plant.ask("SELECT count(*) FROM app.assets WHERE parent_asset_id IS NULL"))
                .isEqualTo("1");
    }
}
