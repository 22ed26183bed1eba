package com.prosynchub.ui.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.model.workorder.WorkOrderStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void back() {
        Locale.setDefault(before);
    }

    @Test
    void everyStoredWordHasOneToShow() {
        for (Language language : Language.values()) {
            language.use();
            for (AssetStatus status : AssetStatus.values()) {
                assertThat(Words.of(status)).isNotBlank().doesNotStartWith("[");
            }
            for (WorkOrderStatus status : WorkOrderStatus.values()) {
                assertThat(Words.of(status)).isNotBlank().doesNotStartWith("[");
            }
            for (Priority priority : Priority.values()) {
                assertThat(Words.of(priority)).isNotBlank().doesNotStartWith("[");
            }
            assertThat(Words.role("Technician")).doesNotStartWith("[");
            assertThat(Words.role("Night shift lead")).isEqualTo("Night shift lead");
        }
    }

    @Test
    void eventsAreToldInTheLanguage() {
        Language.ENGLISH.use();
        assertThat(Words.of(event("ASSET_UPDATED", "Changed asset “Pump 1”", Map.of("name", "Pump 1"))))
                .isEqualTo("Changed asset “Pump 1”");
        assertThat(Words.of(event(
                        "WORK_ORDER_UPDATED",
                        "Moved work order “Seal” from Open to In Progress",
                        Map.of("name", "Seal"))))
                .isEqualTo("Moved work order “Seal” from Open to In Progress");
        assertThat(Words.of(event("LOGIN", "Signed in", Map.of()))).isEqualTo("Signed in");
        assertThat(Words.of(event("COMMENT_ADDED", "Commented", Map.of("name", "Seal", "record", "WORK_ORDER/7"))))
                .isEqualTo("Commented on work order “Seal”");
        assertThat(Words.of(event("COMET_SEEN", "Saw a comet", Map.of()))).isEqualTo("Saw a comet");
    }

    @Test
    void aTickedStepIsToldAsDoneAndColumnsHaveWords() {
        Language.GERMAN.use();
        assertThat(Words.of(event(
                        "WORK_ORDER_CHECKLIST_UPDATED", "Completed step “Leak test”", Map.of("name", "Leak test"))))
                .isEqualTo("Schritt „Leak test“ erledigt");
        assertThat(Words.column("due_date")).isEqualTo("Fälligkeit");
        assertThat(Words.column("number_of_moons")).isEqualTo("number of moons");
    }

    @Test
    void whatALineIsAboutIsNamedOnlyWhereTheNameIsTheRecords() {
        Language.ENGLISH.use();
        Map<String, Object> info = Map.of("name", "Leak test", "record", "WORK_ORDER/7");
        assertThat(Words.thing(event("WORK_ORDER_CHECKLIST_UPDATED", "Changed", info)))
                .isEqualTo("work order");
        assertThat(Words.thing(event("WORK_ORDER_UPDATED", "Changed", info))).isEqualTo("work order “Leak test”");
    }

    private static Activity event(String type, String description, Map<String, Object> info) {
        return new Activity(UUID.randomUUID(), UUID.randomUUID(), type, description, Instant.EPOCH, null, null, info);
    }
}
