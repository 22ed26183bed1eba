package com.prosynchub.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UserEditorViewModelTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final UserAccount ada = site.plant.user("ada", "Viewer");
    private final List<@Nullable String> done = new ArrayList<>();

    private UserEditorViewModel editor(@Nullable UserAccount account) {
        UserEditorViewModel made =
                new UserEditorViewModel(site.services.users(), new DirectTaskRunner(), account, () -> {});
        made.offer(site.session.accounts().roles());
        return made;
    }

    private static List<String> broken(UserEditorViewModel model) {
        Failure.Invalid invalid = model.invalidProperty().get();
        return invalid == null
                ? List.of()
                : invalid.violations().stream()
                        .map(v -> v.field() + " " + v.rule())
                        .toList();
    }

    private UserAccount stored() {
        return site.session.accounts().find(ada.id()).orElseThrow();
    }

    @Test
    void aNewAccountAnswersItsTemporaryPassword() {
        UserEditorViewModel model = editor(null);
        model.save(done::add);
        assertThat(broken(model)).contains("username required", "email required", "roleId required");
        model.username.set(" grace ");
        model.email.set("grace@plant.example");
        model.role.set(site.session.accounts().roles().getFirst());
        model.save(done::add);
        assertThat(done).hasSize(1);
        assertThat(done.getFirst()).startsWith("Temporary-");
    }

    @Test
    void everyFieldIsSaved() {
        UserEditorViewModel model = editor(ada);
        model.firstName.set("Ada");
        model.lastName.set("Hopper");
        model.phoneNumber.set("+49 1");
        model.department.set("Filling");
        model.profileImageUrl.set("https://plant.example/ada.png");
        model.save(done::add);
        assertThat(stored())
                .extracting(
                        UserAccount::displayName,
                        UserAccount::phoneNumber,
                        UserAccount::department,
                        UserAccount::profileImageUrl)
                .containsExactly("Ada Hopper", "+49 1", "Filling", "https://plant.example/ada.png");
    }

    @Test
    void aDuplicateNamesItsField() {
        site.plant.user("bob", "Viewer");
        UserEditorViewModel model = editor(ada);
        model.username.set("BOB");
        model.save(done::add);
        assertThat(broken(model)).containsExactly("username duplicate");
        model.username.set("ada");
        model.email.set("bob@plant.example");
        model.save(done::add);
        assertThat(broken(model)).containsExactly("email duplicate");
        assertThat(done).isEmpty();
    }

    @Test
    void aConflictShowsBothVersionsAndSavingAgainKeepsMine() {
        UserEditorViewModel first = editor(ada);
        UserEditorViewModel second = editor(ada);
        second.department.set("Filling");
        second.save(done::add);
        first.department.set("Cooling");
        first.save(done::add);
        assertThat(first.problemProperty().get()).contains("Cooling", "Filling");
        assertThat(stored().department()).isEqualTo("Filling");
        first.save(done::add);
        assertThat(stored().department()).isEqualTo("Cooling");
    }

    @Test
    void theirsCanBeTakenAndWorkedOn() {
        UserEditorViewModel first = editor(ada);
        UserEditorViewModel second = editor(ada);
        second.department.set("Filling");
        second.phoneNumber.set("77");
        second.role.set(site.session.accounts().roles().getFirst());
        second.save(done::add);
        first.department.set("Cooling");
        first.save(done::add);
        assertThat(first.conflictingProperty().get()).isTrue();
        first.takeTheirs();
        assertThat(first.conflictingProperty().get()).isFalse();
        assertThat(first.problemProperty().get()).isEmpty();
        assertThat(first.isTyped()).isFalse();
        assertThat(List.of(first.department.get(), first.phoneNumber.get())).containsExactly("Filling", "77");
        assertThat(first.role.get()).isEqualTo(site.session.accounts().roles().getFirst());
        first.lastName.set("Hopper");
        first.save(done::add);
        assertThat(stored())
                .extracting(UserAccount::lastName, UserAccount::department)
                .containsExactly("Hopper", "Filling");
    }

    @Test
    void theRankIsSaidInWords() {
        UserEditorViewModel model = editor(ada);
        site.plant.failNext(new Failure.Denied(Failure.DeniedReason.PERMISSION, null, "rank"));
        model.save(done::add);
        assertThat(model.problemProperty().get()).contains("beyond your own");
    }
}
