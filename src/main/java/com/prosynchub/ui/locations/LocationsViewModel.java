package com.prosynchub.ui.locations;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.location.LocationRules;
import com.prosynchub.service.location.LocationNode;
import com.prosynchub.service.location.LocationService;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenState;
import com.prosynchub.ui.kit.view.UnsavedWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The tree of places, and the form of the chosen or the new one. FX thread. */
public final class LocationsViewModel implements UnsavedWork, Conflict.Choice {
    private final LocationService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Messages messages = Messages.of("locations");
    private final ReadOnlyObjectWrapper<List<LocationRow>> roots = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final ReadOnlyObjectWrapper<@Nullable Location> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Failure.@Nullable Invalid> invalid = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Conflict<Location>> conflict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final LocationDraft draft = new LocationDraft();
    private boolean busy;

    public LocationsViewModel(LocationService service, TaskRunner tasks, Notices notices) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        draft.onChange(this::typed);
    }

    public void load() {
        tasks.run(service::tree)
                .newest(TaskKey.of(this, "tree"))
                .onSuccess(this::take)
                .onFailure(failure -> {
                    if (roots.get().isEmpty()) {
                        state.set(ScreenState.failed(failure));
                    }
                })
                .start();
    }

    /** Shows a place in the form; null shows that none is chosen. */
    public void choose(@Nullable Location location) {
        shown.set(location);
        invalid.set(null);
        conflict.set(null);
        if (location != null) {
            draft.show(location);
        }
        dirty.set(false);
    }

    /** Begins a new place inside {@code parent}; null for a topmost one. */
    public void begin(@Nullable Integer parent) {
        choose(new Location(0, "", null, null, null, null, null, null, null, null, parent, 0));
    }

    public void save() {
        save(ignored -> {});
    }

    @Override
    public void save(Consumer<Boolean> whenDone) {
        Location base = shown.get();
        if (base == null || busy) {
            whenDone.accept(base == null);
            return;
        }
        FieldChecks checks = new FieldChecks();
        Location mine = draft.read(base, checks);
        List<Failure.Violation> broken = new ArrayList<>(checks.violations());
        broken.addAll(LocationRules.check(mine));
        Integer parent = mine.parentLocationId();
        if (parent != null && wouldCycle(mine.id(), parent)) {
            broken.add(new Failure.Violation("parentLocationId", "cycle", List.of()));
        }
        invalid.set(broken.isEmpty() ? null : new Failure.Invalid(broken));
        if (!broken.isEmpty()) {
            whenDone.accept(false);
            return;
        }
        busy = true;
        tasks.run(() -> mine.id() == 0 ? new SaveResult.Saved<>(service.create(mine)) : saveAndMove(mine, base))
                .onSuccess(result -> whenDone.accept(answered(result)))
                .onFailure(failure -> {
                    failed(failure);
                    whenDone.accept(false);
                })
                .always(() -> busy = false)
                .start();
    }

    private SaveResult<Location> saveAndMove(Location mine, Location base) {
        SaveResult<Location> saved = service.save(mine);
        if (saved instanceof SaveResult.Saved<Location>(Location now)
                && !Objects.equals(mine.parentLocationId(), base.parentLocationId())) {
            try {
                return service.move(mine.id(), mine.parentLocationId(), now.revision());
            } catch (FailureException refused) {
                // The columns are saved: the next save must start from there.
                tasks.ui().post(() -> rest(now));
                throw refused;
            }
        }
        return saved;
    }

    private void rest(Location saved) {
        Location open = shown.get();
        if (open != null && open.id() == saved.id()) {
            shown.set(saved);
            typed();
        }
    }

    private boolean answered(SaveResult<Location> result) {
        load();
        return switch (result) {
            case SaveResult.Saved<Location>(Location now) -> {
                choose(now);
                notices.success(messages.text("saved", now.name()));
                yield true;
            }
            case SaveResult.Conflict<Location>(Location mine, Location theirs) -> {
                conflict.set(LocationDraft.DIFFERENCES.conflict(mine, theirs));
                yield false;
            }
            case SaveResult.Gone<Location>(Location mine) -> {
                notices.warning(messages.text("gone", mine.name()));
                yield false;
            }
        };
    }

    /** Moves by dragging; the notice offers to take it back. */
    public void move(Location location, @Nullable Integer parent) {
        Integer before = location.parentLocationId();
        if (Objects.equals(before, parent)) {
            return;
        }
        tasks.run(() -> service.move(location.id(), parent, location.revision()))
                .onSuccess(result -> {
                    load();
                    if (result instanceof SaveResult.Saved<Location>(Location now)) {
                        adopt(now);
                        notices.undo(messages.text("moved", now.name()), () -> move(now, before));
                    } else {
                        notices.warning(messages.text("conflict", location.name()));
                    }
                })
                .onInvalid(cycle -> notices.warning(messages.text("cycle", location.name())))
                .start();
    }

    /** As {@link #move}, by keys, null for a topmost place; a cycle is refused with a sentence. */
    public void moveById(int moved, @Nullable Integer target) {
        find(roots.get(), moved).map(LocationRow::location).ifPresent(location -> {
            if (target != null && wouldCycle(moved, target)) {
                notices.warning(messages.text("cycle", location.name()));
            } else {
                move(location, target);
            }
        });
    }

    public void delete(Location location) {
        tasks.run(() -> service.delete(location.id(), location.revision()))
                .onSuccess(result -> {
                    load();
                    if (result instanceof SaveResult.Saved<Integer>) {
                        choose(null);
                        notices.success(messages.text("deleted", location.name()));
                    } else {
                        notices.warning(messages.text("conflict", location.name()));
                    }
                })
                .onInvalid(inUse -> notices.warning(messages.text("inUse", location.name())))
                .start();
    }

    /** Whether {@code target} is {@code moved} itself or lies inside it. */
    public boolean wouldCycle(int moved, int target) {
        return find(roots.get(), moved).map(row -> row.holds(target)).orElse(false);
    }

    /** The way to every place the shown one may stand in, by key: neither itself nor what lies inside it. */
    public Map<Integer, String> parents() {
        Map<Integer, String> ways = new LinkedHashMap<>();
        Location open = shown.get();
        gather(roots.get(), "", open == null ? 0 : open.id(), ways);
        return ways;
    }

    private static void gather(List<LocationRow> rows, String above, int without, Map<Integer, String> ways) {
        for (LocationRow row : rows) {
            if (row.location().id() != without) {
                String way = above + row.location().name();
                ways.put(row.location().id(), way);
                gather(row.children(), way + " / ", without, ways);
            }
        }
    }

    /** A place's name; empty when it is gone. */
    public String nameOf(int id) {
        return find(roots.get(), id).map(row -> row.location().name()).orElse("");
    }

    @Override
    public void keepMine() {
        Conflict<Location> both = conflict.get();
        if (both != null) {
            conflict.set(null);
            // What was typed stays, on top of the newer revision.
            shown.set(both.theirs());
            dirty.set(true);
            save();
        }
    }

    @Override
    public void takeTheirs() {
        Conflict<Location> both = conflict.get();
        if (both != null) {
            choose(both.theirs());
        }
    }

    @Override
    public void decideLater() {
        conflict.set(null);
    }

    @Override
    public boolean isDirty() {
        return dirty.get();
    }

    @Override
    public void discard() {
        Location base = shown.get();
        choose(base == null || base.id() == 0 ? null : base);
    }

    private void take(List<LocationNode> tree) {
        List<LocationRow> rows = tree.stream().map(LocationsViewModel::row).toList();
        if (!rows.equals(roots.get())) {
            roots.set(rows);
        }
        state.set(rows.isEmpty() ? ScreenState.empty() : ScreenState.ready());
        Location open = shown.get();
        if (open != null && open.id() != 0 && !dirty.get()) {
            find(rows, open.id())
                    .map(LocationRow::location)
                    .filter(now -> !now.equals(open))
                    .ifPresent(this::choose);
        }
    }

    private void adopt(Location now) {
        Location open = shown.get();
        if (open != null && open.id() == now.id() && !dirty.get()) {
            choose(now);
        }
    }

    private void typed() {
        Location base = shown.get();
        if (base != null) {
            FieldChecks checks = new FieldChecks();
            dirty.set(!draft.read(base, checks).equals(base)
                    || !checks.violations().isEmpty());
        }
    }

    private void failed(Failure failure) {
        if (failure instanceof Failure.Invalid broken) {
            invalid.set(broken);
        } else {
            notices.failure(failure);
        }
    }

    private static LocationRow row(LocationNode node) {
        return new LocationRow(
                node.location(),
                node.assetsHere(),
                node.assetsBelow(),
                node.children().stream().map(LocationsViewModel::row).toList());
    }

    private static Optional<LocationRow> find(List<LocationRow> rows, int id) {
        for (LocationRow row : rows) {
            Optional<LocationRow> found = row.location().id() == id ? Optional.of(row) : find(row.children(), id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    LocationDraft draft() {
        return draft;
    }

    public ReadOnlyObjectProperty<List<LocationRow>> rootsProperty() {
        return roots.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The place in the form; id 0 for a new one, null for none. */
    public ReadOnlyObjectProperty<@Nullable Location> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Failure.@Nullable Invalid> invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    /** Both versions while the person has not chosen; null otherwise. */
    public ReadOnlyObjectProperty<@Nullable Conflict<Location>> conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }
}
