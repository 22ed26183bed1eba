package com.prosynchub.ui.settings;

import com.prosynchub.model.access.SecondFactorUse;
import com.prosynchub.model.access.SignInRules;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.service.access.SignInRulesService;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.Differences;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import com.prosynchub.ui.kit.view.RecordForm;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The rules of sign-in in a form: when a window locks, and which roles need a second factor. FX thread. */
public final class SignInRulesViewModel {
    private final SignInRulesService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Messages messages = Messages.of("settings");
    private final Differences<SignInRules> differences = new Differences<SignInRules>()
            .field("idleLockMinutes", SignInRules::idleLockMinutes)
            .field("demandingRoles", rules -> names(rules.demandingRoles()));
    private final RecordForm<SignInRules> form;
    private final StringProperty minutes = new SimpleStringProperty("");
    private final Map<Integer, BooleanProperty> demanded = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<SecondFactorUse>> roles = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());

    public SignInRulesViewModel(SignInRulesService service, TaskRunner tasks, Notices notices) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        form = new RecordForm<>(tasks, new Parts());
        minutes.addListener((o, before, now) -> form.typed());
    }

    /** Reads what is stored; what is typed stays. */
    public void load() {
        tasks.run(() -> new Read(service.rules(), service.secondFactorUse()))
                .newest(TaskKey.of(this, "load"))
                .onSuccess(read -> {
                    roles.set(read.roles());
                    form.renew(read.rules());
                    state.set(ScreenState.ready());
                })
                .onFailure(failure -> state.set(ScreenState.failed(failure)))
                .start();
    }

    /** Whether people of that role must have a second factor. */
    BooleanProperty demanded(int roleId) {
        return demanded.computeIfAbsent(roleId, id -> {
            BooleanProperty on = new SimpleBooleanProperty();
            on.addListener((o, before, now) -> form.typed());
            return on;
        });
    }

    /** Whom the demand meets, in words. */
    String people(SecondFactorUse role) {
        return messages.text("factor.people", role.people(), role.withoutIt());
    }

    /** What is wrong with the fields whose name begins so; empty when nothing is. */
    static String problems(Failure.@Nullable Invalid invalid, String field) {
        return invalid == null
                ? ""
                : invalid.violations().stream()
                        .filter(violation -> violation.field().startsWith(field))
                        .map(FailureText::of)
                        .collect(Collectors.joining("\n"));
    }

    private String names(Set<Integer> ids) {
        return roles.get().stream()
                .filter(role -> ids.contains(role.roleId()))
                .map(role -> Words.role(role.roleName()))
                .collect(Collectors.joining(", "));
    }

    public RecordForm<SignInRules> form() {
        return form;
    }

    StringProperty minutesProperty() {
        return minutes;
    }

    /** Every role, by name. */
    ReadOnlyObjectProperty<List<SecondFactorUse>> rolesProperty() {
        return roles.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What one reading brings. */
    private record Read(SignInRules rules, List<SecondFactorUse> roles) {}

    /** What the form knows of the rules. */
    private final class Parts implements RecordForm.Parts<SignInRules> {
        @Override
        public void show(@Nullable SignInRules rules) {
            if (rules != null) {
                minutes.set(Integer.toString(rules.idleLockMinutes()));
                rules.demandingRoles().forEach(SignInRulesViewModel.this::demanded);
                demanded.forEach((id, on) -> on.set(rules.demandingRoles().contains(id)));
            }
        }

        @Override
        public SignInRules read(SignInRules base, FieldChecks checks) {
            Set<Integer> ids = new HashSet<>();
            demanded.forEach((id, on) -> {
                if (on.get()) {
                    ids.add(id);
                }
            });
            String text = minutes.get().strip();
            if (!text.matches("\\d{1,9}")) {
                checks.broken("idleLockMinutes", "integer");
                return new SignInRules(base.idleLockMinutes(), ids, base.revision());
            }
            return new SignInRules(Integer.parseInt(text), ids, base.revision());
        }

        @Override
        public List<Failure.Violation> check(SignInRules typed) {
            return typed.check();
        }

        @Override
        public boolean isNew(SignInRules rules) {
            return false;
        }

        @Override
        public SaveResult<SignInRules> write(SignInRules typed, SignInRules base) {
            return service.save(typed);
        }

        @Override
        public Conflict<SignInRules> compare(SignInRules mine, SignInRules theirs) {
            return differences.conflict(mine, theirs);
        }

        @Override
        public void answered(SaveResult<SignInRules> result) {
            if (result instanceof SaveResult.Saved<SignInRules>) {
                notices.success(messages.text("rules.saved"));
                load();
            }
        }

        @Override
        public void failed(Failure failure) {
            notices.failure(failure);
        }
    }
}
