package com.prosynchub.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import org.junit.jupiter.api.Test;

class FailedTriesViewModelTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final FailedTriesViewModel model = new FailedTriesViewModel(site.services.users(), new DirectTaskRunner());
    private final UserAccount ada = site.plant.user("ada", "Viewer");

    @Test
    void theNewestComeFirstAndUnknownNamesAreNotTold() {
        site.plant.failed(ada, "ws_hall");
        site.plant.failed(null, "ws_gate");
        model.show(null);
        assertThat(model.tries()).extracting(model::who).containsExactly("No such account", "ada");
        assertThat(model.tries()).extracting(model::how).containsExactly("Password", "Password");
        model.show(ada.id());
        assertThat(model.tries()).extracting(model::who).containsExactly("ada");
    }

    @Test
    void olderOnesAreReadByThePage() {
        for (int i = 0; i < FailedTriesViewModel.PAGE + 5; i++) {
            site.plant.failed(ada, "ws_hall");
        }
        model.show(null);
        assertThat(model.tries()).hasSize(FailedTriesViewModel.PAGE);
        assertThat(model.hasMoreProperty().get()).isTrue();
        model.more();
        assertThat(model.tries()).hasSize(FailedTriesViewModel.PAGE + 5).doesNotHaveDuplicates();
        assertThat(model.hasMoreProperty().get()).isFalse();
    }

    @Test
    void aFailureIsSaidAndWhatWasReadStays() {
        site.plant.failed(ada, "ws_hall");
        model.show(null);
        site.plant.failNext(new Failure.Unavailable(Failure.Store.RELATIONAL, "away"));
        model.show(ada.id());
        assertThat(model.problemProperty().get()).isNotEmpty();
        assertThat(model.tries()).hasSize(1);
    }
}
