package com.prosynchub.ui.users;

import com.prosynchub.model.access.AccountFilter;
import com.prosynchub.model.access.AccountLine;
import com.prosynchub.model.access.AccountSession;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.TwoFactorService;
import com.prosynchub.service.access.UserService;
import com.prosynchub.service.location.LocationService;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of accounts page by page, and what is done with one of them. FX thread. */
public final class UsersViewModel {
    static final int PAGE = 100;

    private final UserService service;
    private final TwoFactorService twoFactor;
    private final LocationService locations;
    private final UUID self;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Messages messages = Messages.of("users");
    private final ObservableList<AccountLine> lines = FXCollections.observableArrayList();
    private final ObservableList<Role> roles = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private AccountFilter filter = AccountFilter.all();
    private @Nullable String next;

    /** @param self whoever looks: nobody sets the own limit */
    public UsersViewModel(
            UserService service,
            TwoFactorService twoFactor,
            LocationService locations,
            UUID self,
            TaskRunner tasks,
            Notices notices) {
        this.service = service;
        this.twoFactor = twoFactor;
        this.locations = locations;
        this.self = self;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** Reads the roles and the first page. */
    public void load() {
        tasks.run(service::roles)
                .newest(TaskKey.of(this, "roles"))
                .onSuccess(now -> {
                    roles.setAll(now);
                    refresh();
                })
                .onFailure(failure -> state.set(ScreenState.failed(failure)))
                .start();
    }

    /** Reads again as many rows as are shown, up to the largest page. */
    public void refresh() {
        read(PageRequest.first(Math.clamp(lines.size(), PAGE, PageRequest.MAX_SIZE)), lines::setAll);
    }

    /** Reads the page after the last row shown. */
    public void loadMore() {
        if (next != null) {
            read(PageRequest.first(PAGE).next(next), lines::addAll);
        }
    }

    public void search(String text) {
        show(new AccountFilter(text, filter.active(), filter.roleId()));
    }

    /** Only active accounts, only others, or with null both. */
    public void filterActive(@Nullable Boolean active) {
        show(new AccountFilter(filter.search(), active, filter.roleId()));
    }

    /** Only holders of a role; null for all. */
    public void filterRole(@Nullable Role role) {
        show(new AccountFilter(filter.search(), filter.active(), role == null ? null : role.id()));
    }

    private void show(AccountFilter wanted) {
        filter = wanted;
        read(PageRequest.first(PAGE), lines::setAll);
    }

    private void read(PageRequest page, Consumer<List<AccountLine>> put) {
        AccountFilter wanted = filter;
        tasks.run(() -> service.list(wanted, page))
                .newest(TaskKey.of(this, "lines"))
                .onSuccess(read -> take(read, put))
                .onFailure(failure -> {
                    if (lines.isEmpty()) {
                        state.set(ScreenState.failed(failure));
                    } else {
                        notices.failure(failure);
                    }
                })
                .start();
    }

    private void take(Page<AccountLine> read, Consumer<List<AccountLine>> put) {
        put.accept(read.items());
        next = read.next();
        more.set(next != null);
        state.set(ScreenState.ready());
    }

    /** Lets the person sign in again, or ends every session and lets nobody in under this name. */
    public void setActive(UserAccount a, boolean active, String reason) {
        UserAccount changed = new UserAccount(
                a.id(),
                a.username(),
                a.email(),
                a.firstName(),
                a.lastName(),
                a.roleId(),
                a.phoneNumber(),
                a.department(),
                a.profileImageUrl(),
                active,
                a.lastLogin(),
                a.revision());
        tasks.run(() -> service.save(changed, reason))
                .onSuccess(result -> {
                    if (result instanceof SaveResult.Saved<UserAccount>) {
                        notices.success(messages.text(active ? "reactivated" : "deactivated", a.username()));
                    } else {
                        notices.warning(messages.text("changed", a.username()));
                    }
                    refresh();
                })
                .onFailure(this::refused)
                .start();
    }

    /** Sets a temporary password and hands name and password out once. */
    public void resetPassword(UserAccount account, BiConsumer<String, String> shownOnce) {
        tasks.run(() -> service.resetPassword(account.id()))
                .onSuccess(password -> {
                    shownOnce.accept(account.username(), password);
                    refresh();
                })
                .onFailure(this::refused)
                .start();
    }

    /** Switches the second factor of somebody off who lost it. */
    public void resetTwoFactor(UserAccount account) {
        tasks.run(() -> twoFactor.reset(account.id()))
                .onSuccess(wasOn ->
                        notices.success(messages.text(wasOn ? "twoFactor.done" : "twoFactor.none", account.username())))
                .onFailure(this::refused)
                .start();
    }

    public void unlock(UserAccount account) {
        tasks.run(() -> {
                    service.unlock(account.id());
                    return account;
                })
                .onSuccess(done -> {
                    notices.success(messages.text("unlocked", account.username()));
                    refresh();
                })
                .onFailure(this::refused)
                .start();
    }

    /** Hands out the person's open sessions. */
    public void sessions(UserAccount account, Consumer<List<AccountSession>> then) {
        tasks.run(() -> service.sessions(account.id())).onSuccess(then).start();
    }

    /** Ends one session and hands out those that are left. */
    public void endSession(UserAccount account, AccountSession session, Consumer<List<AccountSession>> then) {
        tasks.run(() -> {
                    boolean ended = service.endSession(session.id());
                    return new Left(ended, service.sessions(account.id()));
                })
                .onSuccess(left -> {
                    if (left.ended()) {
                        notices.success(messages.text("session.ended", session.workstation()));
                    }
                    then.accept(left.sessions());
                    refresh();
                })
                .onFailure(this::refused)
                .start();
    }

    private record Left(boolean ended, List<AccountSession> sessions) {}

    /** The refused tries to sign in, of which nothing is read yet. */
    FailedTriesViewModel failures() {
        return new FailedTriesViewModel(service, tasks);
    }

    public void endSessions(UserAccount account) {
        tasks.run(() -> service.endSessions(account.id()))
                .onSuccess(ended -> {
                    notices.success(messages.text("sessions.ended", ended, account.username()));
                    refresh();
                })
                .onFailure(this::refused)
                .start();
    }

    /** Where what this person types into the form of a user is kept. */
    String draftKey(boolean fresh) {
        return self + (fresh ? "/user/new" : "/user/edit");
    }

    /** An editor of one account; of a new one for null. */
    public UserEditorViewModel editor(@Nullable UserAccount account) {
        UserEditorViewModel made = new UserEditorViewModel(service, tasks, account, this::refresh);
        if (account != null && !account.id().equals(self)) {
            PlacesViewModel places = new PlacesViewModel(service, locations, tasks, account.id());
            places.load();
            made.with(places);
        }
        return made;
    }

    private void refused(Failure failure) {
        String own = UserEditorViewModel.sentence(failure);
        if (own == null) {
            notices.failure(failure);
        } else {
            notices.warning(own);
        }
    }

    public String roleName(int id) {
        return roles.stream()
                .filter(role -> role.id() == id)
                .map(Role::name)
                .findFirst()
                .orElse(Formats.NONE);
    }

    /** By username, as far as read. */
    public ObservableList<AccountLine> lines() {
        return lines;
    }

    public ObservableList<Role> roles() {
        return roles;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether there are rows after those shown. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }
}
