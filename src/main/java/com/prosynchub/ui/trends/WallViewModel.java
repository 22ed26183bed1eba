package com.prosynchub.ui.trends;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.metric.SavedPage;
import com.prosynchub.model.metric.TrendPage;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.service.location.LocationService;
import com.prosynchub.service.trend.TrendViewService;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The wall: the plant's areas and saved views in turn, with the seconds that are left of each. FX thread. */
public final class WallViewModel {
    static final List<Integer> PERIODS = List.of(10, 20, 30, 60, 120);
    private static final int USUAL = 30;
    private static final String SECONDS = "wall.seconds";
    private static final String WITHOUT = "wall.without";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int AREAS_EVERY = 5;

    /** What may be asked of the plant, on workers. */
    record Services(AssetService assets, LocationService locations, TrendViewService views) {}

    /**
     * One thing that is shown in its turn.
     *
     * @param page charts; null for the areas
     */
    public record Stop(String name, @Nullable TrendPage page) {}

    private final Services services;
    private final TrendsViewModel charts;
    private final TaskRunner tasks;
    private final Preferences preferences;
    private final Messages messages = Messages.of("trends");
    private final Stop areasStop = new Stop(messages.text("wall.areas"), null);
    private final ObservableList<WallArea> areas = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Instant> readAt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Stop> current = new ReadOnlyObjectWrapper<>(areasStop);
    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private List<SavedPage> views = List.of();
    private @Nullable Stop given;
    private @Nullable Cancellable ticking;
    private int ticks;

    WallViewModel(Services services, TrendsViewModel charts, TaskRunner tasks, Preferences preferences) {
        this.services = services;
        this.charts = charts;
        this.tasks = tasks;
        this.preferences = preferences;
        left.set(seconds());
    }

    /** Visible: follow the plant and let the pages take turns. */
    void start() {
        stop();
        read();
        charts.start();
        ticking = tasks.ui().every(SECOND, this::tick);
    }

    /** Hidden: ask nothing. */
    void stop() {
        charts.stop();
        Cancellable running = ticking;
        if (running != null) {
            running.cancel();
            ticking = null;
        }
    }

    /** Reads areas and views. What was read last stays when nobody answers. */
    void read() {
        tasks.run(() -> WallArea.read(services.assets(), services.locations()))
                .newest(TaskKey.of(this, "areas"))
                .onSuccess(read -> {
                    failure.set(null);
                    readAt.set(tasks.ui().clock().instant());
                    if (!read.equals(areas)) {
                        areas.setAll(read);
                    }
                })
                .onFailure(failure::set)
                .start();
        tasks.run(services.views()::all)
                .newest(TaskKey.of(this, "views"))
                .onSuccess(read -> views = read)
                .onFailure(down -> {}) // the areas say so
                .start();
    }

    /** Shows a page that is not saved before the others, and stays on it. */
    void give(TrendPage page) {
        Stop stop = new Stop(messages.text("wall.page"), page);
        given = stop;
        paused.set(true);
        show(stop);
    }

    public void next() {
        step(1);
    }

    public void previous() {
        step(-1);
    }

    private void step(int by) {
        List<Stop> stops = stops();
        int at = stops.indexOf(current.get());
        show(stops.get(Math.floorMod(at + by, stops.size())));
    }

    private void show(Stop stop) {
        left.set(seconds());
        if (stop.equals(current.get())) {
            return;
        }
        current.set(stop);
        TrendPage page = stop.page();
        if (page != null) {
            charts.show(page);
        }
    }

    private void tick() {
        if (++ticks % AREAS_EVERY == 0) {
            read();
        }
        if (!paused.get() && stops().size() > 1) {
            left.set(left.get() - 1);
            if (left.get() <= 0) {
                next();
            }
        }
    }

    /** What is shown in turn: the areas, a given page, and the chosen views. */
    public List<Stop> stops() {
        List<Stop> stops = new ArrayList<>();
        stops.add(areasStop);
        Stop page = given;
        if (page != null) {
            stops.add(page);
        }
        views.stream()
                .filter(this::takesTurns)
                .map(view -> new Stop(view.name(), view.page()))
                .forEach(stops::add);
        return stops;
    }

    /** All that could be chosen. */
    public List<SavedPage> views() {
        return views;
    }

    public boolean takesTurns(SavedPage view) {
        return !without().contains(view.id().toString());
    }

    /** Lets a view take its turn, or leaves it out. */
    public void choose(SavedPage view, boolean on) {
        Set<String> without = without();
        UUID id = view.id();
        if (on) {
            without.remove(id.toString());
        } else {
            without.add(id.toString());
        }
        preferences.put(WITHOUT, String.join(",", without));
    }

    private Set<String> without() {
        return Arrays.stream(preferences.get(WITHOUT).orElse("").split(","))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How long each is shown. */
    public int seconds() {
        return Math.clamp(preferences.getInt(SECONDS, USUAL), PERIODS.getFirst(), PERIODS.getLast());
    }

    public void setSeconds(int seconds) {
        preferences.putInt(SECONDS, seconds);
        left.set(seconds());
    }

    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** Seconds that are left of what is shown. */
    public ReadOnlyIntegerProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Stop> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Worst first. */
    public ObservableList<WallArea> areas() {
        return areas;
    }

    /** When the areas were read last; null before. */
    public ReadOnlyObjectProperty<@Nullable Instant> readAtProperty() {
        return readAt.getReadOnlyProperty();
    }

    /** Why the areas are not read just now; null when they are. */
    public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The charts of the current view. */
    TrendsViewModel charts() {
        return charts;
    }
}
