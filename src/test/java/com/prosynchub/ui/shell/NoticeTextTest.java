package com.prosynchub.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.notice.NoticeKind;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoticeTextTest {
    private final Locale before = Locale.getDefault();
    private final Formats formats = new Formats(ZoneOffset.UTC, Locale.GERMANY, Clock.systemUTC());

    @AfterEach
    void back() {
        Locale.setDefault(before);
    }

    @Test
    void whatTheRelayWroteIsSaidInTheDisplayLanguage() {
        Language.GERMAN.use();
        Notification all =
                notice(NoticeKind.ASSIGNED.title(), "“Valve, priority one, leaks”, priority Critical, due 2026-02-03");
        assertThat(NoticeText.title(all)).doesNotContain("assigned");
        assertThat(NoticeText.message(all, formats))
                .startsWith("“Valve, priority one, leaks”, Priorität Kritisch, fällig ")
                .doesNotContain("2026-02-03")
                .contains("2026");
        assertThat(NoticeText.message(notice(NoticeKind.ASSIGNED.title(), "“Leak”"), formats))
                .isEqualTo("“Leak”");
        assertThat(NoticeText.message(notice(NoticeKind.ASSIGNED.title(), "A work order, priority Low"), formats))
                .isEqualTo("Ein Arbeitsauftrag, Priorität Niedrig");
    }

    @Test
    void whatIsNotKnownStaysAsItIsStored() {
        Language.GERMAN.use();
        assertThat(NoticeText.message(notice("Stock is low", "“Seal”, priority High"), formats))
                .isEqualTo("“Seal”, priority High");
        assertThat(NoticeText.title(notice("Stock is low", ""))).isEqualTo("Stock is low");
        assertThat(NoticeText.message(notice(NoticeKind.COMPLETED.title(), "Changed by hand"), formats))
                .isEqualTo("Changed by hand");
        assertThat(NoticeText.message(
                        notice(NoticeKind.ASSIGNED.title(), "“Leak”, priority Odd, due 2026-99-99"), formats))
                .isEqualTo("“Leak”, Priorität Odd");
    }

    private static Notification notice(String title, String message) {
        return new Notification(
                null,
                UUID.randomUUID(),
                title,
                message,
                Notification.Type.INFO,
                false,
                false,
                null,
                null,
                Instant.EPOCH);
    }
}
