package com.prosynchub.ui.users;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.service.people.FirstPassword;
import com.prosynchub.service.people.ImportLine;
import com.prosynchub.service.people.ImportPreview;
import com.prosynchub.service.people.ImportVerdict;
import com.prosynchub.service.people.UserImportService;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A list of people on its way into the accounts: which file, what would become of every line, and the passwords. FX thread. */
public final class UserImportViewModel {
    private final UserImportService service;
    private final TaskRunner tasks;
    private final Runnable whenAdded;
    private final Messages messages = Messages.of("users");
    private final StringProperty file = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable ImportPreview preview;

    /**
     * One line as it is shown.
     *
     * @param verdict such as "new", or what is wrong with which field
     */
    public record Shown(
            long number, String username, String email, String name, String role, String verdict, boolean refused) {}

    UserImportViewModel(UserImportService service, TaskRunner tasks, Runnable whenAdded) {
        this.service = service;
        this.tasks = tasks;
        this.whenAdded = whenAdded;
    }

    /** Reads the file and hands out what would become of every line; nothing is written. */
    public void check(Consumer<List<Shown>> then) {
        if (busy.get()) {
            return;
        }
        preview = null;
        problem.set("");
        Path chosen = path();
        if (chosen == null) {
            problem.set(messages.text("import.noFile"));
            return;
        }
        begin();
        tasks.run(() -> service.preview(chosen))
                .onSuccess(read -> {
                    preview = read;
                    then.accept(read.lines().stream().map(this::shown).toList());
                })
                .onFailure(this::refused)
                .always(() -> busy.set(false))
                .start();
    }

    /** Adds everybody who is new and hands out their temporary passwords, once. */
    public void add(Consumer<List<FirstPassword>> then) {
        ImportPreview checked = preview;
        if (checked == null || busy.get()) {
            return;
        }
        begin();
        tasks.run(() -> service.add(checked))
                .onSuccess(given -> {
                    preview = null;
                    then.accept(given);
                    whenAdded.run();
                })
                .onFailure(failure -> {
                    refused(failure);
                    problem.set(messages.text("import.none", problem.get()));
                })
                .always(() -> busy.set(false))
                .start();
    }

    /** Writes the passwords into a file. */
    public void save(List<FirstPassword> given, Path target, Runnable then) {
        tasks.run(() -> {
                    service.save(given, target);
                    return true;
                })
                .onSuccess(done -> then.run())
                .onFailure(this::refused)
                .start();
    }

    private void begin() {
        busy.set(true);
        problem.set("");
    }

    private @Nullable Path path() {
        String typed = file.get().strip();
        try {
            return typed.isEmpty() ? null : Path.of(typed);
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private void refused(Failure failure) {
        String own = UserEditorViewModel.sentence(failure);
        if (own != null) {
            problem.set(own);
        } else if (failure instanceof Failure.Invalid rules) {
            problem.set(rules.violations().stream().map(FailureText::of).collect(Collectors.joining(" ")));
        } else {
            FailureText text = FailureText.of(failure);
            problem.set(text.what() + " " + text.why());
        }
    }

    private Shown shown(ImportLine line) {
        return new Shown(
                line.number(),
                line.account().username(),
                line.account().email(),
                line.account().displayName(),
                line.role(),
                switch (line.verdict()) {
                    case FRESH -> messages.text("import.fresh");
                    case THERE -> messages.text("import.there");
                    case REFUSED -> wrong(line.violations());
                },
                line.verdict() == ImportVerdict.REFUSED);
    }

    private String wrong(List<Violation> violations) {
        List<String> sentences = new ArrayList<>();
        for (Violation violation : violations) {
            String label = label(violation.field());
            sentences.add(
                    label.isEmpty()
                            ? FailureText.of(violation)
                            : messages.text("import.wrong", label, FailureText.of(violation)));
        }
        return String.join(" ", sentences);
    }

    private String label(String field) {
        return switch (field) {
            case "username" -> messages.text("username");
            case "email" -> messages.text("email");
            case "firstName" -> messages.text("firstName");
            case "lastName" -> messages.text("lastName");
            case "roleId" -> messages.text("role");
            case "phoneNumber" -> messages.text("phone");
            case "department" -> messages.text("department");
            case "profileImageUrl" -> messages.text("picture");
            default -> "";
        };
    }

    /** How many would be added, such as "12 new, 3 already there, 1 refused". */
    public String summary() {
        return messages.text(
                "import.summary", count(ImportVerdict.FRESH), count(ImportVerdict.THERE), count(ImportVerdict.REFUSED));
    }

    /** How many would be added. */
    public long fresh() {
        return count(ImportVerdict.FRESH);
    }

    private long count(ImportVerdict verdict) {
        return preview == null ? 0 : preview.count(verdict);
    }

    /** Where the list is. */
    public StringProperty fileProperty() {
        return file;
    }

    /** Why it goes no further; empty when nothing is wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
