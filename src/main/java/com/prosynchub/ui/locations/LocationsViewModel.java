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
import com.prosynchub.ui.kit.view.RecordForm;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The tree of places, and the form of the chosen or the new one. FX thread. */
public final class LocationsViewModel {
    private final LocationService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Messages messages = Messages.of("locations");
    private final ReadOnlyObjectWrapper<List<LocationRow>> roots = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final LocationDraft draft = new LocationDraft();
    private final RecordForm<Location> form;
    private Runnable wish = () -> {};

    public LocationsViewModel(LocationService service, TaskRunner tasks, Notices notices) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        form = new RecordForm<>(tasks, new Parts());
        draft.onChange(form::typed);
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

    /** Hands the place over as soon as the tree is read; only the newest wish counts, and one that is gone for none. */
    public void whenRead(int id, Consumer<Location> then) {
        wish = () -> find(roots.get(), id).map(LocationRow::location).ifPresent(then);
        if (!roots.get().isEmpty()) {
            grant();
        }
    }

    private void grant() {
        Runnable granted = wish;
        wish = () -> {};
        granted.run();
    }

    /** Begins a new place inside {@code parent}; null for a topmost one. */
    public void begin(@Nullable Integer parent) {
        form.choose(new Location(0, "", null, null, null, null, null, null, null, null, parent, 0));
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
        Location open = form.shownProperty().get();
        if (open != null && open.id() == saved.id()) {
            form.rest(saved);
        }
    }

    /** What the form knows of a place. */
    private final class Parts implements RecordForm.Parts<Location> {
        @Override
        public void show(@Nullable Location place) {
            if (place != null) {
                draft.show(place);
            }
        }

        @Override
        public Location read(Location base, FieldChecks checks) {
            return draft.read(base, checks);
        }

        @Override
        public List<Failure.Violation> check(Location typed) {
            List<Failure.Violation> broken = new ArrayList<>(LocationRules.check(typed));
            Integer parent = typed.parentLocationId();
            if (parent != null && wouldCycle(typed.id(), parent)) {
                broken.add(new Failure.Violation("parentLocationId", "cycle", List.of()));
            }
            return broken;
        }

        @Override
        public boolean isNew(Location place) {
            return place.id() == 0;
        }

        @Override
        public SaveResult<Location> write(Location typed, Location base) {
            return isNew(typed) ? new SaveResult.Saved<>(service.create(typed)) : saveAndMove(typed, base);
        }

        @Override
        public Conflict<Location> compare(Location mine, Location theirs) {
            return LocationDraft.DIFFERENCES.conflict(mine, theirs);
        }

        @Override
        public void answered(SaveResult<Location> result) {
            switch (result) {
                case SaveResult.Saved<Location>(Location now) -> notices.success(messages.text("saved", now.name()));
                case SaveResult.Conflict<Location> asked -> {}
                case SaveResult.Gone<Location>(Location mine) -> notices.warning(messages.text("gone", mine.name()));
            }
            load();
        }

        @Override
        public void failed(Failure failure) {
            notices.failure(failure);
        }
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

    /** Deletes a place; the reason may be blank. */
    public void delete(Location location, String reason) {
        tasks.run(() -> service.delete(location.id(), location.revision(), reason))
                .onSuccess(result -> {
                    load();
                    if (result instanceof SaveResult.Saved<Integer>) {
                        form.choose(null);
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
        Location open = form.shownProperty().get();
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

    private void take(List<LocationNode> tree) {
        List<LocationRow> rows = tree.stream().map(LocationsViewModel::row).toList();
        if (!rows.equals(roots.get())) {
            roots.set(rows);
        }
        state.set(rows.isEmpty() ? ScreenState.empty() : ScreenState.ready());
        Location open = form.shownProperty().get();
        if (open != null && open.id() != 0) {
            find(rows, open.id()).map(LocationRow::location).ifPresent(form::renew);
        }
        grant();
    }

    private void adopt(Location now) {
        Location open = form.shownProperty().get();
        if (open != null && open.id() == now.id()) {
            form.renew(now);
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

    /** The form; its record has id 0 while a new place is typed. */
    public RecordForm<Location> form() {
        return form;
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
}
