package com.prosynchub.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.audit.FormerValue;
import com.prosynchub.model.audit.LedgerCheck;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.view.ScreenState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditViewModelTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final AuditViewModel model = new AuditViewModel(
            site.services.ledger(),
            new DirectTaskRunner(),
            site.notices,
            new Formats(ZoneOffset.UTC, Locale.UK, InstantSource.fixed(FakePlant.NOW)));
    private final UserAccount ada = site.plant.user("ada", "Manager");
    private final UserAccount bob = site.plant.user("bob", "Operator");

    @TempDir
    private Path folder;

    @BeforeEach
    void load() {
        model.refresh();
    }

    private LedgerEntry changed(UserAccount by, String key, String before, String after) {
        return site.plant.recorded(by, "UPDATE", "LOCATION", key, Map.of("name", before), Map.of("name", after));
    }

    @Test
    void anEmptyLedgerSaysSoAndAFilterThatFindsNothingIsNoEmptyLedger() {
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.empty());
        changed(ada, "1", "Hall", "Yard");
        model.search("nowhere");
        assertThat(model.entries()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.ready());
    }

    @Test
    void narrowsByPersonRecordActionTextAndDays() {
        LedgerEntry first = changed(ada, "1", "Hall", "Yard");
        changed(bob, "1", "Yard", "Gate");
        LedgerEntry other = changed(bob, "2", "Dock", "Pier");
        site.plant.recorded(bob, "LOGIN", "SESSION", "s", Map.of(), Map.of());
        model.refresh();
        assertThat(model.entries()).extracting(LedgerEntry::seq).containsExactly(4L, 3L, 2L, 1L);

        model.onlyPersonOf(first);
        assertThat(model.entries()).containsExactly(first);
        assertThat(model.onlyPersonProperty().get()).isEqualTo(ada.displayName());
        model.onlyPersonOf(null);
        model.onlyRecordOf(first);
        assertThat(model.entries()).hasSize(2);
        assertThat(model.onlyRecordProperty().get()).isEqualTo("Yard");
        model.onlyRecordOf(null);
        model.onlyAction("LOGIN");
        assertThat(model.entries()).hasSize(1);
        model.onlyAction(null);
        model.onlyEntity("LOCATION");
        assertThat(model.entries()).hasSize(3);
        model.search("pier");
        assertThat(model.entries()).containsExactly(other);
        model.search("");
        model.between(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 1, 15));
        assertThat(model.entries()).hasSize(3);
        model.between(null, LocalDate.of(2026, 1, 14));
        assertThat(model.entries()).isEmpty();
    }

    @Test
    void neverReadsMoreThanAPageAtOnce() {
        for (int i = 0; i < 250; i++) {
            changed(ada, "k" + i, "a", "b");
        }
        model.refresh();
        assertThat(model.entries()).hasSize(AuditViewModel.PAGE);
        model.loadMore();
        model.loadMore();
        assertThat(model.entries()).hasSize(250).doesNotHaveDuplicates();
        assertThat(model.moreProperty().get()).isFalse();
    }

    @Test
    void aWholeLedgerIsSaidWithItsFingerprint() {
        for (int i = 0; i < 5; i++) {
            changed(ada, "k" + i, "a", "b");
        }
        model.verify();
        assertThat(model.verdictProperty().get().bad()).isFalse();
        assertThat(model.verdictProperty().get().text()).contains("whole", "all 5 entries", "abababababababab…");
        assertThat(model.checkingProperty().get()).isFalse();
    }

    @Test
    void everyProblemNamesTheEntryInWords() {
        for (int i = 0; i < 5; i++) {
            changed(ada, "k" + i, "a", "b");
        }
        for (LedgerCheck.Problem problem : LedgerCheck.Problem.values()) {
            site.plant.breakLedger(4L, problem);
            model.verify();
            AuditViewModel.Verdict verdict = model.verdictProperty().get();
            assertThat(verdict.bad()).isTrue();
            assertThat(verdict.broken()).isEqualTo(4);
            assertThat(verdict.text()).doesNotContain("[");
            if (problem != LedgerCheck.Problem.HEAD) {
                assertThat(verdict.text()).contains("4");
            }
        }
        site.plant.breakLedger(null, null);
        model.verify();
        assertThat(model.verdictProperty().get().bad()).isFalse();
    }

    @Test
    void theCopiesAreComparedAfterTheChainAndAStrangeOneIsNamed() {
        LedgerEntry entry = changed(ada, "1", "Hall", "Yard");
        site.documents.auditLogs().insert(copy(entry.eventId(), entry.seq()));
        model.verify();
        assertThat(model.verdictProperty().get().bad()).isFalse();
        assertThat(model.verdictProperty().get().text()).contains("whole", "say the same: 1 compared");
        site.documents.auditLogs().insert(copy(UUID.randomUUID(), 77));
        model.verify();
        assertThat(model.verdictProperty().get().bad()).isTrue();
        assertThat(model.verdictProperty().get().broken()).isEqualTo(77);
        assertThat(model.verdictProperty().get().text()).contains("whole", "no entry", "outbox_seq 77");
    }

    @Test
    void copiesThatCanNotBeReadAreSaidAndNoAlarm() {
        changed(ada, "1", "Hall", "Yard");
        site.documents.refuse(new Failure.Denied(Failure.DeniedReason.PERMISSION, null, "not authorized"));
        model.verify();
        assertThat(model.verdictProperty().get().bad()).isFalse();
        assertThat(model.verdictProperty().get().text()).contains("whole", "this workstation may not read them");
        site.documents.stop();
        site.documents.refuse(null);
        model.verify();
        assertThat(model.verdictProperty().get().bad()).isTrue();
        assertThat(model.verdictProperty().get().text()).contains("whole", "were not compared");
        assertThat(model.checkingProperty().get()).isFalse();
    }

    private static AuditEntry copy(UUID event, long seq) {
        return new AuditEntry(event, seq, null, "UPDATE", "ASSET", null, Map.of(), Map.of(), null, null, FakePlant.NOW);
    }

    @Test
    void aStoreThatIsAwayIsSaidAndKeepsWhatWasShown() {
        changed(ada, "1", "Hall", "Yard");
        model.refresh();
        site.plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "away"));
        model.refresh();
        model.verify();
        assertThat(model.entries()).hasSize(1);
        assertThat(site.notices.failures).hasSize(1);
        assertThat(model.verdictProperty().get().bad()).isTrue();
        assertThat(model.checkingProperty().get()).isFalse();
    }

    @Test
    void takesAFieldBackWithAReasonAndSaysWhatStoodInTheWay() {
        LedgerEntry entry = changed(ada, "1", "Hall", "Yard");
        List<FormerValue> seen = new ArrayList<>();
        model.former(entry, "name", seen::add);
        assertThat(seen).containsExactly(new FormerValue("Hall", "Yard", 1));
        List<String> done = new ArrayList<>();
        model.restore(entry, "name", seen.getFirst(), "  ", () -> done.add("done"));
        assertThat(site.notices.last()).startsWith("warning").contains("why");
        site.plant.failNext(new Failure.Stale("LOCATION", "1", "stale"));
        model.restore(entry, "name", seen.getFirst(), "typing error", () -> done.add("done"));
        assertThat(site.notices.last()).startsWith("warning").contains("meanwhile");
        assertThat(done).isEmpty();
        model.restore(entry, "name", seen.getFirst(), "typing error", () -> done.add("done"));
        assertThat(site.plant.restored).containsExactly("name because typing error");
        assertThat(done).hasSize(1);
        assertThat(site.notices.last()).startsWith("success").contains("Name");
    }

    @Test
    void whatTheGateRefusesIsWrittenDown() {
        UiSite managers = new UiSite("Manager");
        assertThatThrownBy(() -> managers.services.ledger().verify(0)).hasMessageContaining("audit:read");
        assertThat(managers.plant.refusals).containsExactly("audit:read");
    }

    @Test
    void exportsWhatIsShown() throws IOException {
        changed(ada, "1", "Hall", "Yard");
        changed(bob, "2", "Dock", "=Pier");
        model.search("pier");
        Path file = folder.resolve("audit.csv");
        model.export(file);
        assertThat(site.notices.last()).startsWith("success").contains("1", "audit.csv");
        assertThat(Files.readAllLines(file)).hasSize(2).last().asString().contains(",'=Pier,");
    }
}
