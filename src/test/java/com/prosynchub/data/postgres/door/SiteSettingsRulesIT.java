package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may change the settings by plain SQL still cannot store nonsense, and nobody else can store anything. */
class SiteSettingsRulesIT {
    private static final DoorPlant PLANT = new DoorPlant();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "working_days = '{1,1}'",
                "shifts = '[{\"name\": \" \", \"from\": \"06:00\", \"to\": \"14:00\"}]'",
                "shifts = '[{\"name\": \"Early\", \"from\": \"6\", \"to\": \"14:00\"}]'",
                "shifts = '[{\"name\": \"Early\", \"from\": \"06:00\", \"to\": \"06:00\"}]'",
                "shifts = '[{\"name\": \"Early\"}]'",
                "shifts = '{}'",
                "holidays = '[{\"day\": \"2026-02-30\", \"name\": \"No day\"}]'",
                "holidays = '[{\"day\": \"2026-05-01\", \"name\": \"A\"}, {\"day\": \"2026-05-01\", \"name\": \"B\"}]'",
                "codes = '{\"colour\": [\"red\"]}'",
                "codes = '{\"department\": [\"Filling\", \"filling\"]}'",
                "codes = '{\"department\": [\"\"]}'",
                "numbering = '{\"part\": {\"prefix\": \"P;\", \"digits\": 5, \"next\": 1}}'",
                "numbering = '{\"part\": {\"prefix\": \"P\", \"digits\": 50, \"next\": 1}}'",
                "numbering = '{\"part\": {\"prefix\": \"P\", \"digits\": 5, \"next\": 0}}'"
            })
    void nonsenseIsRefused(String change) throws SQLException {
        try (Connection administrator = PLANT.as(PLANT.person("Administrator"))) {
            assertThat(DoorPlant.outcome(
                            administrator,
                            "UPDATE app.site_settings SET " + change + ", row_version = row_version + 1"))
                    .isEqualTo("PSH05");
        }
    }

    @Test
    void onlyWhoMayChangesThemAndTheLedgerTells() throws SQLException {
        String change = "UPDATE app.site_settings SET working_days = '{6,7}', row_version = row_version + 1";
        try (Connection manager = PLANT.as(PLANT.person("Manager"))) {
            assertThat(DoorPlant.outcome(manager, "SELECT working_days FROM app.site_settings"))
                    .isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(manager, change)).isEqualTo("42501");
        }
        try (Connection administrator = PLANT.as(PLANT.person("Administrator"))) {
            assertThat(DoorPlant.outcome(administrator, change)).isEqualTo("ok 1");
            assertThat(DoorPlant.outcome(administrator, "DELETE FROM app.site_settings"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(administrator, "UPDATE app.site_settings SET working_days = '{1}'"))
                    .as("without a new version")
                    .isEqualTo("40001");
        }
        assertThat(PLANT.ask(
                        "SELECT count(*) FROM audit.outbox WHERE entity_type = 'SITE_SETTINGS' AND action = 'UPDATE'"))
                .isEqualTo("1");
    }
}
