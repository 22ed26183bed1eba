package com.prosynchub.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.people.FirstPassword;
import com.prosynchub.ui.UiSite;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.users.UserImportViewModel.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserImportViewModelTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final List<Shown> lines = new ArrayList<>();
    private final List<FirstPassword> given = new ArrayList<>();
    private int added;
    private final UserImportViewModel model =
            new UserImportViewModel(site.services.userImports(), new DirectTaskRunner(), () -> added++);

    @TempDir
    Path folder;

    @BeforeEach
    void aList() throws IOException {
        site.plant.user("ada", "Viewer");
        Path list = folder.resolve("people.csv");
        Files.writeString(list, """
            user name;e-mail;role;department
            grace;grace@plant.example;Operator;Filling
            Ada;ada@plant.example;Viewer;
            bob;nowhere;Captain;=1+1
            """);
        model.fileProperty().set(list.toString());
    }

    @Test
    void everyLineIsShownWithItsVerdictAndNothingIsWritten() {
        model.check(lines::addAll);
        assertThat(lines)
                .extracting(Shown::number, Shown::username, Shown::refused)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "grace", false),
                        org.assertj.core.groups.Tuple.tuple(3L, "Ada", false),
                        org.assertj.core.groups.Tuple.tuple(4L, "bob", true));
        assertThat(lines.get(0).verdict()).isEqualTo("New");
        assertThat(lines.get(1).verdict()).startsWith("Already there");
        assertThat(lines.get(2).verdict())
                .contains("E-mail: This is not in the expected form.")
                .contains("Role: There is no role of this name.")
                .contains("Department: Begins like a formula");
        assertThat(model.summary()).isEqualTo("1 new, 1 already there, 1 refused");
        assertThat(site.session.accounts().people()).hasSize(2);
        assertThat(added).isZero();
    }

    @Test
    void whoIsNewIsAddedOnceAndThePasswordsAreHandedOut() {
        model.check(lines::addAll);
        model.add(given::addAll);
        model.add(given::addAll);
        assertThat(given).hasSize(1);
        assertThat(given.getFirst().username()).isEqualTo("grace");
        assertThat(given.getFirst().password()).startsWith("Temporary-");
        assertThat(given.getFirst()).asString().doesNotContain("Temporary-");
        assertThat(added).isEqualTo(1);
        Path target = folder.resolve("passwords.csv");
        model.save(given, target, () -> added++);
        assertThat(target).content().contains("grace,,Temporary-");
        assertThat(added).isEqualTo(2);
    }

    @Test
    void aRefusalSaysThatNobodyWasAdded() {
        model.check(lines::addAll);
        site.plant.failNext(new Failure.Denied(Failure.DeniedReason.PERMISSION, null, "rank"));
        model.add(given::addAll);
        assertThat(given).isEmpty();
        assertThat(model.problemProperty().get())
                .startsWith("Nobody was added.")
                .contains("beyond your own");
        model.add(given::addAll);
        assertThat(given).as("the same list can be tried again").hasSize(1);
    }

    @Test
    void aFileThatIsNoListIsSaidInWords() {
        model.fileProperty().set("");
        model.check(lines::addAll);
        assertThat(model.problemProperty().get()).isEqualTo("Choose a file first.");
        model.fileProperty().set(folder.resolve("missing.csv").toString());
        model.check(lines::addAll);
        assertThat(model.problemProperty().get()).startsWith("There is no such file");
        assertThat(lines).isEmpty();
        assertThat(model.fresh()).isZero();
    }
}
