package com.prosynchub.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.access.RoleLine;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import org.junit.jupiter.api.Test;

class LookViewModelTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final LookViewModel model =
            new LookViewModel(site.services.gate(), site.services.roles(), new DirectTaskRunner());

    @Test
    void namesTheRoleWhileSomebodyLooksAndEndsIt() {
        assertThat(model.roleProperty().get()).isEmpty();
        assertThat(model.follow()).as("nothing happened").isFalse();
        site.services
                .roles()
                .viewAs(site.services.roles().list().stream()
                        .map(RoleLine::role)
                        .filter(role -> role.name().equals("Viewer"))
                        .findFirst()
                        .orElseThrow());
        site.session.follow();
        assertThat(model.follow()).isTrue();
        assertThat(model.roleProperty().get()).isEqualTo("Viewer");
        model.stop();
        site.session.follow();
        assertThat(model.follow()).isTrue();
        assertThat(model.roleProperty().get()).isEmpty();
        assertThat(site.services.gate().user().roleName()).isEqualTo("Administrator");
    }
}
