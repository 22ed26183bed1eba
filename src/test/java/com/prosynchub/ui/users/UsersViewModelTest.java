package com.prosynchub.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.access.AccountLine;
import com.prosynchub.model.access.AccountSession;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersViewModelTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final UsersViewModel model = new UsersViewModel(
            site.services.users(),
            site.services.twoFactor(),
            site.services.locations(),
            site.session.user().userId(),
            new DirectTaskRunner(),
            site.notices);
    private final UserAccount ada = site.plant.user("ada", "Viewer");

    @BeforeEach
    void load() {
        site.plant.user("bob", "Operator");
        model.load();
    }

    private AccountLine line(String username) {
        return model.lines().stream()
                .filter(l -> l.account().username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLostSecondFactorIsSwitchedOffAndItIsSaidWhenThereWasNone() {
        site.plant.secondFactor(ada.id());
        model.resetTwoFactor(ada);
        assertThat(site.plant.hasSecondFactor(ada.id())).isFalse();
        model.resetTwoFactor(ada);
        assertThat(site.notices.said)
                .anyMatch(text -> text.contains("ada signs in with the password alone now."))
                .anyMatch(text -> text.contains("ada had no second factor."));
    }

    @Test
    void searchesAndFilters() {
        model.search("AD");
        assertThat(model.lines())
                .extracting(l -> l.account().username())
                .contains("ada")
                .doesNotContain("bob");
        model.search("");
        model.filterRole(model.roles().stream()
                .filter(r -> r.name().equals("Operator"))
                .findFirst()
                .orElseThrow());
        assertThat(model.lines()).extracting(l -> l.account().username()).containsExactly("bob");
        model.filterActive(false);
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void neverReadsMoreThanAPageAtOnce() {
        for (int i = 0; i < 250; i++) {
            site.plant.user("u%03d".formatted(i), "Viewer");
        }
        model.load();
        assertThat(model.lines()).hasSize(UsersViewModel.PAGE);
        model.loadMore();
        model.loadMore();
        assertThat(model.lines()).hasSize(253).doesNotHaveDuplicates();
        assertThat(model.moreProperty().get()).isFalse();
    }

    @Test
    void deactivatesReactivatesAndSaysWhenSomebodyWasFaster() {
        model.setActive(ada, false, "left the plant");
        assertThat(site.plant.reasons).containsExactly("left the plant");
        assertThat(line("ada").account().active()).isFalse();
        model.setActive(ada, true, "");
        assertThat(site.notices.last()).startsWith("warning").contains("ada");
        model.setActive(line("ada").account(), true, "");
        assertThat(line("ada").account().active()).isTrue();
    }

    @Test
    void unlocksAndEndsSessions() {
        site.plant.refused(ada.id(), 6);
        site.plant.signedIn(ada.id(), "ws_hall");
        model.refresh();
        assertThat(line("ada").lockedUntil()).isNotNull();
        assertThat(line("ada").liveSessions()).isEqualTo(1);
        model.unlock(ada);
        model.endSessions(ada);
        assertThat(line("ada").lockedUntil()).isNull();
        assertThat(line("ada").failedTries()).isZero();
        assertThat(line("ada").liveSessions()).isZero();
    }

    @Test
    void endsOneSessionAndShowsWhatIsLeft() {
        site.plant.signedIn(ada.id(), "ws_hall");
        site.plant.signedIn(ada.id(), "ws_gate");
        List<AccountSession> shown = new ArrayList<>();
        model.sessions(ada, shown::addAll);
        AccountSession hall = shown.getFirst();
        shown.clear();
        model.endSession(ada, hall, shown::addAll);
        assertThat(shown).extracting(AccountSession::workstation).containsExactly("ws_gate");
        assertThat(site.notices.last()).contains("ws_hall");
        assertThat(line("ada").liveSessions()).isEqualTo(1);
    }

    @Test
    void handsATemporaryPasswordOutOnce() {
        List<String> shown = new ArrayList<>();
        model.resetPassword(ada, (name, password) -> shown.add(name + " " + password));
        assertThat(shown).hasSize(1).first().asString().startsWith("ada Temporary-");
        assertThat(site.notices.said).noneMatch(said -> said.contains("Temporary-"));
    }

    @Test
    void theLastAdministratorAndTheRankAreSaidInWords() {
        site.plant.failNext(Failure.Invalid.of("", "lastAdministrator"));
        model.setActive(ada, false, "");
        assertThat(site.notices.last()).contains("last active administrator");
        site.plant.failNext(new Failure.Denied(Failure.DeniedReason.PERMISSION, null, "rank"));
        model.setActive(ada, false, "");
        assertThat(site.notices.last()).contains("beyond your own");
    }
}
