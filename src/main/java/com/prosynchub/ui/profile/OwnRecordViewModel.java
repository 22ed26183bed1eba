package com.prosynchub.ui.profile;

import com.prosynchub.model.access.AccountRules;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.service.access.ProfileService;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.Differences;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Typed;
import com.prosynchub.ui.kit.view.RecordForm;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The own account: what one may change about oneself, and what others decide. FX thread. */
public final class OwnRecordViewModel {
    /** Names of the fields that the person may change, as the record has them. */
    static final List<String> FIELDS =
            List.of("firstName", "lastName", "email", "phoneNumber", "department", "profileImageUrl");

    private static final Differences<UserAccount> DIFFERENCES = new Differences<UserAccount>()
            .field("firstName", UserAccount::firstName)
            .field("lastName", UserAccount::lastName)
            .field("email", UserAccount::email)
            .field("phoneNumber", UserAccount::phoneNumber)
            .field("department", UserAccount::department)
            .field("profileImageUrl", UserAccount::profileImageUrl);

    private final ProfileService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Messages messages = Messages.of("profile");
    private final Map<String, StringProperty> fields = new LinkedHashMap<>();
    private final RecordForm<UserAccount> form;
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());

    public OwnRecordViewModel(ProfileService service, TaskRunner tasks, Notices notices) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        form = new RecordForm<>(tasks, new Parts());
        for (String field : FIELDS) {
            StringProperty text = new SimpleStringProperty("");
            text.addListener((o, before, now) -> form.typed());
            fields.put(field, text);
        }
    }

    /** Reads the stored record; what is typed stays. */
    public void load() {
        tasks.run(service::account)
                .newest(TaskKey.of(this, "load"))
                .onSuccess(now -> {
                    form.renew(now);
                    state.set(ScreenState.ready());
                })
                .onFailure(failure -> state.set(ScreenState.failed(failure)))
                .start();
    }

    /** What is typed into a field. */
    public StringProperty text(String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }

    public RecordForm<UserAccount> form() {
        return form;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the form knows of an account. */
    private final class Parts implements RecordForm.Parts<UserAccount> {
        @Override
        public void show(@Nullable UserAccount account) {
            text("firstName").set(account == null ? "" : account.firstName());
            text("lastName").set(account == null ? "" : account.lastName());
            text("email").set(account == null ? "" : account.email());
            text("phoneNumber").set(account == null ? "" : Typed.show(account.phoneNumber()));
            text("department").set(account == null ? "" : Typed.show(account.department()));
            text("profileImageUrl").set(account == null ? "" : Typed.show(account.profileImageUrl()));
        }

        @Override
        public UserAccount read(UserAccount base, FieldChecks checks) {
            return new UserAccount(
                    base.id(),
                    base.username(),
                    text("email").get().strip(),
                    text("firstName").get().strip(),
                    text("lastName").get().strip(),
                    base.roleId(),
                    Typed.text(text("phoneNumber").get()),
                    Typed.text(text("department").get()),
                    Typed.text(text("profileImageUrl").get()),
                    base.active(),
                    base.lastLogin(),
                    base.revision());
        }

        @Override
        public List<Failure.Violation> check(UserAccount typed) {
            return AccountRules.check(typed);
        }

        @Override
        public boolean isNew(UserAccount account) {
            return false;
        }

        @Override
        public SaveResult<UserAccount> write(UserAccount typed, UserAccount base) {
            return service.save(typed);
        }

        @Override
        public Conflict<UserAccount> compare(UserAccount mine, UserAccount theirs) {
            return DIFFERENCES.conflict(mine, theirs);
        }

        @Override
        public void answered(SaveResult<UserAccount> result) {
            if (result instanceof SaveResult.Saved<UserAccount>) {
                notices.success(messages.text("record.saved"));
            }
        }

        @Override
        public void failed(Failure failure) {
            notices.failure(failure);
        }
    }
}
