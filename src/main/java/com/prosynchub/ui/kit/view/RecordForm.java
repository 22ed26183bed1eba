package com.prosynchub.ui.kit.view;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.OpenConflict;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One record in a form, the chosen or a new one: whether typing changed it, which fields are wrong, and what a save came to.
 * Nothing typed is lost by a save that failed. FX thread.
 */
public final class RecordForm<T> implements UnsavedWork {
    private final TaskRunner tasks;
    private final Parts<T> parts;
    private final ReadOnlyObjectWrapper<@Nullable T> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Failure.@Nullable Invalid> invalid = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final OpenConflict<T> conflict = new OpenConflict<>(this::saveOver, this::choose);
    private boolean busy;

    /** What a form of one kind of record knows of it. */
    public interface Parts<T> {
        /** Fills the fields; null when no record is chosen. */
        void show(@Nullable T record);

        /** What is typed, on top of {@code base}; adds to {@code checks} what cannot be read. */
        T read(T base, FieldChecks checks);

        /** The rules that what is typed breaks. */
        List<Failure.Violation> check(T typed);

        boolean isNew(T record);

        /** Creates or saves. Worker thread. */
        SaveResult<T> write(T typed, T base);

        /** Both versions, field by field. */
        Conflict<T> compare(T mine, T theirs);

        /** Told after the form took the result of a save. */
        void answered(SaveResult<T> result);

        /** Told of a failure that no field is to blame for. */
        void failed(Failure failure);
    }

    public RecordForm(TaskRunner tasks, Parts<T> parts) {
        this.tasks = tasks;
        this.parts = parts;
    }

    /** Shows a record; null shows that none is chosen. */
    public void choose(@Nullable T record) {
        shown.set(record);
        invalid.set(null);
        conflict.decideLater();
        parts.show(record);
        dirty.set(false);
    }

    /** Shows what is stored now, unless something is typed. */
    public void renew(T now) {
        if (!dirty.get() && !now.equals(shown.get())) {
            choose(now);
        }
    }

    /** Goes on from a newer version of the shown record; what is typed stays. */
    public void rest(T now) {
        shown.set(now);
        typed();
    }

    /** Keeps what is typed until {@link #restore} is called with that key; nothing when nothing is typed. */
    public void keep(Drafts drafts, String key) {
        T base = shown.get();
        if (base != null && dirty.get()) {
            drafts.keep(key + "/base", base);
            drafts.keep(key + "/typed", parts.read(base, new FieldChecks()));
        }
    }

    /** Shows what was kept under that key, and answers whether there was something. */
    public boolean restore(Drafts drafts, String key, Class<T> type) {
        Optional<T> base = drafts.take(key + "/base", type);
        Optional<T> typed = drafts.take(key + "/typed", type);
        if (base.isEmpty() || typed.isEmpty()) {
            return false;
        }
        choose(base.get());
        parts.show(typed.get());
        typed();
        return true;
    }

    /** To be called when a field changed. */
    public void typed() {
        T base = shown.get();
        if (base != null) {
            FieldChecks checks = new FieldChecks();
            dirty.set(!parts.read(base, checks).equals(base)
                    || !checks.violations().isEmpty());
        }
    }

    public void save() {
        save(ignored -> {});
    }

    @Override
    public void save(Consumer<Boolean> whenDone) {
        T base = shown.get();
        if (base == null || busy) {
            whenDone.accept(base == null);
            return;
        }
        FieldChecks checks = new FieldChecks();
        T mine = parts.read(base, checks);
        List<Failure.Violation> broken = new ArrayList<>(checks.violations());
        broken.addAll(parts.check(mine));
        invalid.set(broken.isEmpty() ? null : new Failure.Invalid(broken));
        if (!broken.isEmpty()) {
            whenDone.accept(false);
            return;
        }
        busy = true;
        tasks.run(() -> parts.write(mine, base))
                .onSuccess(result -> whenDone.accept(answered(result)))
                .onFailure(failure -> {
                    failed(failure);
                    whenDone.accept(false);
                })
                .always(() -> busy = false)
                .start();
    }

    private boolean answered(SaveResult<T> result) {
        boolean saved =
                switch (result) {
                    case SaveResult.Saved<T>(T now) -> {
                        choose(now);
                        yield true;
                    }
                    case SaveResult.Conflict<T>(T mine, T theirs) -> {
                        conflict.ask(parts.compare(mine, theirs));
                        yield false;
                    }
                    case SaveResult.Gone<T> gone -> false;
                };
        parts.answered(result);
        return saved;
    }

    private void failed(Failure failure) {
        if (failure instanceof Failure.Invalid broken) {
            invalid.set(broken);
        } else {
            parts.failed(failure);
        }
    }

    private void saveOver(T theirs) {
        // What was typed stays, on top of the newer revision.
        shown.set(theirs);
        dirty.set(true);
        save();
    }

    @Override
    public boolean isDirty() {
        return dirty.get();
    }

    @Override
    public void discard() {
        T base = shown.get();
        choose(base == null || parts.isNew(base) ? null : base);
    }

    /** Both versions while the person has not chosen, and the answers. */
    public OpenConflict<T> conflict() {
        return conflict;
    }

    /** The record as it was read; a new one while one is typed, null for none. */
    public ReadOnlyObjectProperty<@Nullable T> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Failure.@Nullable Invalid> invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }
}
