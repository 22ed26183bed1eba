package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.postgres.door.DoorPlant.Person;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Preferences belong to one person: seen and changed by nobody else, whatever the role, and kept small. */
class OwnPreferencesIT {
    private static final String SAVE = "SELECT auth.save_preferences('%s')";
    private static final String READ = "SELECT preferences::text FROM app.user_preferences";

    private final DoorPlant plant = new DoorPlant();

    @Test
    void everybodySeesAndChangesOnlyTheOwn() throws SQLException {
        Person viewer = plant.person("Viewer");
        try (Connection own = plant.as(viewer);
                Connection administrator = plant.as(plant.person("Administrator"))) {
            assertThat(DoorPlant.outcome(own, SAVE.formatted("{\"language\": \"de\", \"key.find\": \"F3\"}")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(own, SAVE.formatted("{\"key.find\": null, \"key.save\": \"F2\"}")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(own, READ)).isEqualTo("{\"key.save\": \"F2\", \"language\": \"de\"}");
            assertThat(DoorPlant.one(administrator, READ)).isNull();
            assertThat(DoorPlant.outcome(administrator, "UPDATE app.user_preferences SET preferences = '{}'"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(own, "UPDATE app.user_preferences SET preferences = '{}'"))
                    .as("only through the function")
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(administrator, SAVE.formatted("{\"language\": \"es\"}")))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.one(own, READ)).contains("\"de\"");
        }
    }

    @Test
    void onlyASmallObjectIsKept() throws SQLException {
        try (Connection own = plant.as(plant.person("Operator"))) {
            assertThat(DoorPlant.outcome(own, SAVE.formatted("[1]"))).isEqualTo("23514");
            assertThat(DoorPlant.outcome(
                            own, "SELECT auth.save_preferences(jsonb_build_object('a', repeat('x', 17000)))"))
                    .isEqualTo("23514");
        }
        try (Connection unbound = plant.unbound()) {
            assertThat(DoorPlant.outcome(unbound, SAVE.formatted("{}"))).isEqualTo("42501");
        }
    }
}
