package com.prosynchub.ui.audit;

import com.prosynchub.model.audit.CopyCheck;
import com.prosynchub.model.audit.FormerValue;
import com.prosynchub.model.audit.LedgerCheck;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.model.audit.LedgerFilter;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.audit.LedgerService;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The ledger page by page under a filter, its check and its export. FX thread. */
public final class AuditViewModel {
    static final int PAGE = 100;
    private static final int SHORT_FINGERPRINT = 16;

    private final LedgerService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Formats formats;
    private final Messages messages = Messages.of("audit");
    private final ObservableList<LedgerEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final ReadOnlyObjectWrapper<LedgerFilter> filter = new ReadOnlyObjectWrapper<>(LedgerFilter.all());
    private final ReadOnlyStringWrapper onlyPerson = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper onlyRecord = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(Verdict.NONE);
    private @Nullable String recordType;
    private @Nullable String next;

    public AuditViewModel(LedgerService service, TaskRunner tasks, Notices notices, Formats formats) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        this.formats = formats;
    }

    /**
     * What the check of the chain and of its copies says.
     *
     * @param text empty before there was a check
     * @param bad whether something is wrong
     * @param broken number of the first entry that is not right; null for none
     */
    public record Verdict(
            String text, boolean bad, @Nullable Long broken) {
        static final Verdict NONE = new Verdict("", false, null);
    }

    /** Reads again as many rows as are shown, up to the largest page. */
    public void refresh() {
        read(PageRequest.first(Math.clamp(entries.size(), PAGE, PageRequest.MAX_SIZE)), entries::setAll);
    }

    /** Reads the page after the last row shown. */
    public void loadMore() {
        if (next != null) {
            read(PageRequest.first(PAGE).next(next), entries::addAll);
        }
    }

    public void search(String text) {
        narrow(f -> f.containing(text));
    }

    public void onlyAction(@Nullable String action) {
        narrow(f -> f.ofAction(action));
    }

    /** Only records of a kind; null for all. Leaves a single record that was chosen before. */
    public void onlyEntity(@Nullable String type) {
        recordType = type;
        onlyRecord.set("");
        narrow(f -> f.ofRecord(type, null));
    }

    /** Only what the entry's person did; null for everybody. */
    public void onlyPersonOf(@Nullable LedgerEntry entry) {
        onlyPerson.set(entry == null ? "" : AuditWords.person(entry));
        narrow(f -> f.ofPerson(entry == null ? null : entry.userId()));
    }

    /** Only what was done to the entry's record; null for all of the chosen kind. */
    public void onlyRecordOf(@Nullable LedgerEntry entry) {
        String thing = entry == null ? null : AuditWords.thing(entry);
        onlyRecord.set(thing == null ? "" : thing);
        narrow(f -> entry == null ? f.ofRecord(recordType, null) : f.ofRecord(entry.entityType(), entry.entityKey()));
    }

    /** Only what was done on these days of the site's calendar, both included; null for an open end. */
    public void between(@Nullable LocalDate first, @Nullable LocalDate last) {
        narrow(f -> f.between(startOf(first), startOf(last == null ? null : last.plusDays(1))));
    }

    /**
     * Follows the chain from its beginning to its end, stretch by stretch, then lays the documents of the audit log beside
     * it in the same way, and says what was found.
     */
    public void verify() {
        if (!checking.get()) {
            checking.set(true);
            verify(0);
        }
    }

    private void verify(long after) {
        tasks.run(() -> service.verify(after))
                .onSuccess(check -> {
                    if (check.done() && check.broken() != null) {
                        finish(judge(check));
                    } else if (check.done()) {
                        compare(judge(check).text(), 0, 0);
                    } else {
                        verdict.set(new Verdict(
                                messages.text("verify.progress", number(check.upto()), number(check.ending())),
                                false,
                                null));
                        verify(check.upto());
                    }
                })
                .onFailure(failure -> finish(failed("", failure)))
                .start();
    }

    /**
     * @param chain what was found of the chain
     * @param before documents that were compared so far
     */
    private void compare(String chain, long after, long before) {
        tasks.run(() -> service.compareCopies(after))
                .onSuccess(check -> {
                    long compared = before + check.compared();
                    if (check.done()) {
                        finish(judge(chain, check, compared));
                    } else {
                        verdict.set(new Verdict(messages.text("copies.progress", number(compared)), false, null));
                        compare(chain, check.upto(), compared);
                    }
                })
                .onFailure(failure -> finish(failed(chain + "\n" + messages.text("copies.failed") + " ", failure)))
                .start();
    }

    private void finish(Verdict found) {
        checking.set(false);
        verdict.set(found);
    }

    private static Verdict failed(String before, Failure failure) {
        FailureText text = FailureText.of(failure);
        return new Verdict(before + text.what() + " " + text.why(), true, null);
    }

    private Verdict judge(String chain, CopyCheck check, long compared) {
        CopyCheck.Problem problem = check.problem();
        if (problem == null) {
            return new Verdict(chain + "\n" + messages.text("copies.whole", number(compared)), false, null);
        }
        Long broken = check.broken();
        String named = broken == null ? "" : number(broken);
        return new Verdict(
                chain + "\n" + messages.text("copy." + problem, named), problem != CopyCheck.Problem.HIDDEN, broken);
    }

    private Verdict judge(LedgerCheck check) {
        Long broken = check.broken();
        LedgerCheck.Problem problem = check.problem();
        if (broken != null && problem != null) {
            return new Verdict(messages.text("problem." + problem, number(broken)), true, broken);
        }
        String fingerprint = check.fingerprint() == null ? Formats.NONE : check.fingerprint();
        String whole = messages.text(
                "verify.whole",
                number(check.ending()),
                fingerprint.substring(0, Math.min(SHORT_FINGERPRINT, fingerprint.length())));
        return new Verdict(
                check.unsealed() == 0
                        ? whole
                        : whole + " " + messages.text("verify.unsealed", number(check.unsealed())),
                false,
                null);
    }

    /** Writes what the filter shows into a file. */
    public void export(Path file) {
        LedgerFilter wanted = filter.get();
        tasks.run(() -> service.export(wanted, file))
                .onSuccess(done -> {
                    String text = messages.text("exported", number(done.entries()), file.getFileName());
                    if (done.complete()) {
                        notices.success(text);
                    } else {
                        notices.warning(text + " " + messages.text("exported.cut"));
                    }
                })
                .onFailure(notices::failure)
                .start();
    }

    /** Hands out what a field of the entry's record was and is. */
    public void former(LedgerEntry entry, String field, Consumer<FormerValue> then) {
        tasks.run(() -> service.former(entry, field))
                .onSuccess(then)
                .onFailure(this::refused)
                .start();
    }

    /** Takes one field back; {@code done} is called when it was. */
    public void restore(LedgerEntry entry, String field, FormerValue seen, String reason, Runnable done) {
        tasks.perform(() -> service.restore(entry, field, seen, reason))
                .onSuccess(yes -> {
                    done.run();
                    notices.success(messages.text("restored", AuditWords.field(field)));
                    refresh();
                })
                .onFailure(this::refused)
                .start();
    }

    private void refused(Failure failure) {
        switch (failure) {
            case Failure.Invalid broken
            when broken.violations().stream()
                    .anyMatch(v -> v.field().equals("reason") || v.rule().equals("reason")) ->
                notices.warning(messages.text("restore.reason.missing"));
            case Failure.Invalid _ -> notices.warning(messages.text("restore.not"));
            case Failure.Stale _ -> notices.warning(messages.text("restore.stale"));
            case Failure.Denied _, Failure.Unavailable _, Failure.Unexpected _ -> notices.failure(failure);
        }
    }

    private void narrow(UnaryOperator<LedgerFilter> change) {
        LedgerFilter wanted = change.apply(filter.get());
        if (!wanted.equals(filter.get())) {
            filter.set(wanted);
            read(PageRequest.first(PAGE), entries::setAll);
        }
    }

    private void read(PageRequest page, Consumer<List<LedgerEntry>> put) {
        LedgerFilter wanted = filter.get();
        tasks.run(() -> service.search(wanted, page))
                .newest(TaskKey.of(this, "entries"))
                .onSuccess(read -> take(read, put))
                .onFailure(failure -> {
                    if (entries.isEmpty()) {
                        state.set(ScreenState.failed(failure));
                    } else {
                        notices.failure(failure);
                    }
                })
                .start();
    }

    private void take(Page<LedgerEntry> read, Consumer<List<LedgerEntry>> put) {
        put.accept(read.items());
        next = read.next();
        more.set(next != null);
        boolean nothingYet = entries.isEmpty() && filter.get().equals(LedgerFilter.all());
        state.set(nothingYet ? ScreenState.empty() : ScreenState.ready());
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(formats.zone()).toInstant();
    }

    private String number(long value) {
        return formats.number(value);
    }

    /** Newest first, as far as read. */
    public ObservableList<LedgerEntry> entries() {
        return entries;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether there are rows after those shown. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** The one person whose entries are shown; empty for everybody. */
    public ReadOnlyStringProperty onlyPersonProperty() {
        return onlyPerson.getReadOnlyProperty();
    }

    /** The one record whose entries are shown; empty for all. */
    public ReadOnlyStringProperty onlyRecordProperty() {
        return onlyRecord.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }
}
