package com.prosynchub.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.access.UserAccount;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.view.ScreenState;
import org.junit.jupiter.api.Test;

class OwnRecordViewModelTest {
    private final UiSite site = new UiSite("Viewer");
    private final OwnRecordViewModel model =
            new OwnRecordViewModel(site.services.profile(), new DirectTaskRunner(), site.notices);

    @Test
    void thePersonChangesWhatIsHisOrHers() {
        UserAccount before = stored();
        model.load();
        assertThat(model.stateProperty().get()).isEqualTo(ScreenState.ready());
        assertThat(model.text("email").get()).isEqualTo(before.email());
        model.text("phoneNumber").set(" 0151 22 ");
        assertThat(model.form().isDirty()).isTrue();
        model.form().save();
        assertThat(stored().phoneNumber()).isEqualTo("0151 22");
        assertThat(stored().roleId()).isEqualTo(before.roleId());
        assertThat(model.form().isDirty()).isFalse();
    }

    @Test
    void aBrokenRuleIsShownAtItsField() {
        model.load();
        model.text("email").set("nowhere");
        model.form().save();
        assertThat(model.form().invalidProperty().get().violations())
                .anyMatch(violation -> violation.field().equals("email"));
        assertThat(stored().email()).isNotEqualTo("nowhere");
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsAskedAbout() {
        model.load();
        model.text("department").set("Filling");
        UserAccount now = stored();
        site.session
                .accounts()
                .update(new UserAccount(
                        now.id(),
                        now.username(),
                        now.email(),
                        "Grace",
                        now.lastName(),
                        now.roleId(),
                        null,
                        null,
                        null,
                        true,
                        null,
                        now.revision()));
        model.form().save();
        assertThat(model.form().conflict().property().get().differences())
                .anyMatch(difference -> difference.theirs().equals("Grace"));
    }

    private UserAccount stored() {
        return site.session.accounts().find(site.session.user().userId()).orElseThrow();
    }
}
