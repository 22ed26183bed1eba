package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import com.prosynchub.model.workorder.WorkOrderStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a move of a work order brings with it, and what happens beside it at the same moment. */
class WorkOrderMovesIT {
    private static final String SET = "UPDATE app.work_orders SET status = '%s', actual_hours = 1,"
            + " row_version = row_version + 1 WHERE work_order_id = '%s'";

    private final DoorPlant plant = new DoorPlant();

    @Test
    void theDatabaseAndTheModelHoldTheSameMoves() throws SQLException {
        String model = Arrays.stream(WorkOrderStatus.values())
                .flatMap(from -> from.next().stream().map(to -> from.label() + ">" + to.label()))
                .sorted()
                .collect(Collectors.joining(","));
        assertThat(plant.ask("SELECT string_agg(from_status || '>' || to_status, ',' ORDER BY"
                        + " from_status || '>' || to_status COLLATE \"C\") FROM auth.work_order_moves()"))
                .isEqualTo(model);
    }

    @Test
    void theAssetsLastMaintenanceFollows() throws SQLException {
        UUID asset = plant.asset();
        UUID order = order(asset);
        try (Connection manager = plant.as(plant.person("Manager"))) {
            assertThat(DoorPlant.outcome(manager, SET.formatted("In Progress", order)))
                    .isEqualTo("ok 1");
            assertThat(maintained(asset)).isNull();
            assertThat(DoorPlant.outcome(manager, SET.formatted("Completed", order)))
                    .isEqualTo("ok 1");
            assertThat(maintained(asset))
                    .isEqualTo(plant.ask("SELECT completion_date FROM app.work_orders WHERE work_order_id = '" + order
                            + "' AND completion_date = (now() AT TIME ZONE (SELECT time_zone FROM app.site))::date"));
            assertThat(DoorPlant.outcome(manager, "SELECT set_config('prosync.reason', 'it leaks', false)"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(manager, SET.formatted("In Progress", order)))
                    .isEqualTo("ok 1");
            assertThat(maintained(asset)).isNull();
        }
        assertThat(plant.ask(
                        "SELECT count(*) FROM audit.outbox WHERE reason = 'it leaks' AND entity_type = 'WORK_ORDER'"))
                .isEqualTo("1");
    }

    @Test
    void noStepIsTakenBackBehindACompletion() throws SQLException {
        UUID order = order(plant.asset());
        plant.run("INSERT INTO app.work_order_checklist (work_order_id, task, is_completed) VALUES ('" + order
                + "', 'Look', true)");
        Person manager = plant.person("Manager");
        try (Connection ticking = plant.as(manager);
                Connection finishing = plant.as(manager)) {
            assertThat(DoorPlant.outcome(finishing, SET.formatted("In Progress", order)))
                    .isEqualTo("ok 1");
            ticking.setAutoCommit(false);
            assertThat(DoorPlant.outcome(
                            ticking,
                            "UPDATE app.work_order_checklist SET is_completed = false, row_version = row_version + 1"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(finishing, "SELECT set_config('lock_timeout', '300ms', false)"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(finishing, SET.formatted("Completed", order)))
                    .as("it waits for the step")
                    .isEqualTo("55P03");
            ticking.commit();
            assertThat(DoorPlant.outcome(finishing, SET.formatted("Completed", order)))
                    .isEqualTo("PSH06");
        }
    }

    private UUID order(UUID asset) throws SQLException {
        UUID order = UUID.randomUUID();
        plant.run("INSERT INTO app.work_orders (work_order_id, title, asset_id) VALUES ('" + order + "', 'Grease', '"
                + asset + "')");
        return order;
    }

    private String maintained(UUID asset) throws SQLException {
        return plant.ask("SELECT last_maintenance_date FROM app.assets WHERE asset_id = '" + asset + "'");
    }
}
