package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose saved views and notes are seen and changed, at a SQL prompt. */
class ViewsAndNotesIT {
    private static final String SAVE = "SELECT auth.save_trend_view('%s', '%s', %s, '{\"charts\": []}', %s)";
    private static final String SEEN = "SELECT string_agg(name, '/' ORDER BY name) FROM app.trend_views";
    private static final String NOTE =
            "SELECT auth.save_metric_note('%s', '%s', 'temperature', '2026-01-15 08:00Z', %s, '%s', %s)";
    private static final String NOTES = "SELECT string_agg(note, '/' ORDER BY note) FROM app.metric_notes";

    private final ScopePlant site = new ScopePlant();
    private final DoorPlant plant = site.plant;
    private final UUID own = UUID.randomUUID();
    private final UUID shared = UUID.randomUUID();

    ViewsAndNotesIT() throws SQLException {}

    @Test
    void aViewIsItsOwnersUntilItIsGivenToARole() throws SQLException {
        String operators = plant.ask("SELECT role_id FROM app.roles WHERE name = 'Operator'");
        try (Connection manager = plant.as(plant.person("Manager"));
                Connection other = plant.as(plant.person("Manager"));
                Connection operator = plant.as(plant.person("Operator"));
                Connection viewer = plant.as(plant.person("Viewer"))) {
            assertThat(DoorPlant.outcome(manager, SAVE.formatted(own, "Mine", "NULL", "NULL")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(manager, SAVE.formatted(shared, "For operators", operators, "NULL")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(manager, SEEN)).isEqualTo("For operators/Mine");
            assertThat(DoorPlant.one(operator, SEEN)).isEqualTo("For operators");
            assertThat(DoorPlant.one(viewer, SEEN)).isNull();
            assertThat(DoorPlant.one(other, SEEN)).as("whoever may share").isEqualTo("For operators");

            assertThat(DoorPlant.outcome(operator, SAVE.formatted(shared, "Taken", operators, "0")))
                    .as("not by those it is for")
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(operator, SAVE.formatted(shared, "Taken", "NULL", "0")))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(other, SAVE.formatted(own, "Taken", "NULL", "0")))
                    .as("somebody's own is not there")
                    .isEqualTo("P0002");
            assertThat(DoorPlant.outcome(other, SAVE.formatted(shared, "Taken", "NULL", "0")))
                    .as("a role's view becomes nobody else's")
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(other, SAVE.formatted(shared, "Ours", operators, "0")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(manager, SAVE.formatted(shared, "Late", operators, "0")))
                    .as("two planners on one view")
                    .isEqualTo("40001");
            assertThat(DoorPlant.outcome(operator, SAVE.formatted(UUID.randomUUID(), "Wide", operators, "NULL")))
                    .as("sharing is for planners")
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(operator, "CALL app.trend_view_delete('" + shared + "', 1)"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(viewer, "UPDATE app.trend_views SET name = 'x'"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(other, "CALL app.trend_view_delete('" + shared + "', 0)"))
                    .isEqualTo("40001");
            assertThat(DoorPlant.outcome(other, "CALL app.trend_view_delete('" + shared + "', 1)"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.one(operator, SEEN)).isNull();
        }
        assertThat(plant.ask("SELECT string_agg(action, '/' ORDER BY seq) FROM audit.outbox WHERE entity_id = '"
                        + shared + "'"))
                .isEqualTo("CREATE/UPDATE/DELETE");
    }

    @Test
    void aViewOutlivesItsRoleWithItsOwner() throws SQLException {
        plant.role("Night crew", "metric:read");
        String crew = plant.ask("SELECT role_id FROM app.roles WHERE name = 'Night crew'");
        try (Connection manager = plant.as(plant.person("Manager"));
                Connection administrator = plant.as(plant.person("Administrator"))) {
            assertThat(DoorPlant.outcome(manager, SAVE.formatted(shared, "Night", crew, "NULL")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(administrator, SEEN)).isNull();
            assertThat(DoorPlant.outcome(administrator, "CALL app.role_delete(" + crew + ", 0)"))
                    .isEqualTo("ok 0");
            assertThat(DoorPlant.one(manager, "SELECT name || coalesce(role_id::text, ' own') FROM app.trend_views"))
                    .isEqualTo("Night own");
        }
    }

    @Test
    void namesAndPagesAreKeptSmallAndWhoeverLooksOnSavesNothing() throws SQLException {
        try (Connection viewer = plant.as(plant.person("Viewer"))) {
            assertThat(DoorPlant.outcome(viewer, SAVE.formatted(own, "  ", "NULL", "NULL")))
                    .isEqualTo("23514");
            assertThat(DoorPlant.outcome(viewer, SAVE.formatted(own, "x".repeat(101), "NULL", "NULL")))
                    .isEqualTo("22001");
            assertThat(DoorPlant.outcome(
                            viewer,
                            "SELECT auth.save_trend_view('" + own + "', 'Big', NULL, jsonb_build_object('a',"
                                    + " repeat('x', 33000)), NULL)"))
                    .isEqualTo("23514");
            assertThat(DoorPlant.outcome(
                            viewer, SAVE.formatted(own, "Robert''); DROP TABLE app.trend_views; --", "NULL", "NULL")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(viewer, SEEN)).isEqualTo("Robert'); DROP TABLE app.trend_views; --");
            for (int i = 1; i < 200; i++) {
                DoorPlant.outcome(viewer, SAVE.formatted(UUID.randomUUID(), "View " + i, "NULL", "NULL"));
            }
            assertThat(DoorPlant.outcome(viewer, SAVE.formatted(UUID.randomUUID(), "One more", "NULL", "NULL")))
                    .isEqualTo("PSH06");
        }
        try (Connection administrator = plant.as(plant.person("Administrator"))) {
            String viewers = plant.ask("SELECT role_id FROM app.roles WHERE name = 'Viewer'");
            assertThat(DoorPlant.outcome(administrator, "SELECT auth.view_as(" + viewers + ")"))
                    .startsWith("ok");
            assertThat(DoorPlant.outcome(administrator, SAVE.formatted(UUID.randomUUID(), "Mine", "NULL", "NULL")))
                    .isEqualTo("42501");
        }
    }

    @Test
    void notesAreWrittenByPlannersAndOperatorsAndChangedByTheirAuthors() throws SQLException {
        UUID note = UUID.randomUUID();
        Person author = plant.person("Operator");
        try (Connection operator = plant.as(author);
                Connection manager = plant.as(plant.person("Manager"));
                Connection technician = plant.as(plant.person("Technician"))) {
            assertThat(DoorPlant.outcome(operator, NOTE.formatted(note, site.motorIn, "NULL", "Oil was low", "NULL")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(technician, NOTES)).isEqualTo("Oil was low");
            assertThat(DoorPlant.outcome(
                            technician, NOTE.formatted(UUID.randomUUID(), site.motorIn, "NULL", "Mine", "NULL")))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(manager, NOTE.formatted(note, site.motorIn, "NULL", "Not so", "0")))
                    .as("the words are the author's")
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(manager, "CALL app.metric_note_delete('" + note + "', 0)"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(
                            operator,
                            NOTE.formatted(note, site.motorIn, "'2026-01-15 09:00Z'", "Oil was very low", "0")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(operator, NOTE.formatted(note, site.motorIn, "NULL", "Late", "0")))
                    .isEqualTo("40001");
            assertThat(DoorPlant.outcome(
                            operator, NOTE.formatted(note, site.motorIn, "'2026-01-15 07:00Z'", "Backwards", "1")))
                    .isEqualTo("23514");
            assertThat(DoorPlant.outcome(operator, "CALL app.metric_note_delete('" + note + "', 1)"))
                    .isEqualTo("ok 0");
        }
        assertThat(plant.ask("SELECT string_agg(action || ' ' || (user_id = '" + author.id() + "'), '/' ORDER BY seq)"
                        + " FROM audit.outbox WHERE entity_type = 'METRIC_NOTE'"))
                .isEqualTo("CREATE true/UPDATE true/DELETE true");
    }

    @Test
    void whoeverIsLimitedNotesAndReadsInsideOnly() throws SQLException {
        UUID outside = UUID.randomUUID();
        Person limited = site.limited("Operator", ScopePlant.HALL_A);
        try (Connection operator = plant.as(plant.person("Operator"));
                Connection person = plant.as(limited)) {
            DoorPlant.outcome(operator, NOTE.formatted(outside, site.motorOut, "NULL", "Outside", "NULL"));
            DoorPlant.outcome(operator, NOTE.formatted(UUID.randomUUID(), site.motorIn, "NULL", "Inside", "NULL"));
            assertThat(DoorPlant.one(person, NOTES)).isEqualTo("Inside");
            assertThat(DoorPlant.outcome(
                            person, NOTE.formatted(UUID.randomUUID(), site.motorOut, "NULL", "Reach", "NULL")))
                    .isEqualTo("42501");
            plant.run(
                    "UPDATE app.metric_notes SET author_id = '" + limited.id() + "' WHERE note_id = '" + outside + "'");
            assertThat(DoorPlant.outcome(person, NOTE.formatted(outside, site.motorOut, "NULL", "Reach", "0")))
                    .isEqualTo("P0002");
            assertThat(DoorPlant.outcome(person, "CALL app.metric_note_delete('" + outside + "', 0)"))
                    .isEqualTo("P0002");
        }
    }
}
