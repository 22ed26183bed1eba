package com.prosynchub.ui.shell;

import com.prosynchub.ui.kit.dialog.Dialogs;
import com.prosynchub.ui.kit.view.Navigation;
import com.prosynchub.ui.kit.view.Screen;
import com.prosynchub.ui.kit.view.ScreenSpec;
import com.prosynchub.ui.kit.view.UnsavedGuard;
import com.prosynchub.ui.kit.view.UnsavedWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Goes between screens and keeps them alive: a screen is made on first use, told when it is shown and hidden, and closed with
 * the session. Leaving unsaved work asks first. FX thread.
 */
public final class Navigator implements Navigation {
    private static final int MOST_HISTORY = 100;

    private record Place(String screenId, String target) {}

    private final ScreenRegistry registry;
    private final Dialogs dialogs;
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final Deque<Place> back = new ArrayDeque<>();
    private final Deque<Place> forward = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable ScreenSpec> current = new ReadOnlyObjectWrapper<>();
    private @Nullable Place here;

    public Navigator(ScreenRegistry registry, Dialogs dialogs) {
        this.registry = registry;
        this.dialogs = dialogs;
    }

    @Override
    public void open(String screenId, String target) {
        registry.find(screenId)
                .ifPresent(spec -> leaving(spec.id(), () -> {
                    Place from = here;
                    Place to = new Place(screenId, target);
                    if (from != null && !from.equals(to)) {
                        back.push(from);
                        while (back.size() > MOST_HISTORY) {
                            back.removeLast();
                        }
                        forward.clear();
                    }
                    go(spec, to);
                }));
    }

    @Override
    public List<ScreenSpec> declared() {
        return registry.declared();
    }

    /** Alt+Left. */
    public void back() {
        step(back, forward);
    }

    /** Alt+Right. */
    public void forward() {
        step(forward, back);
    }

    /** The screen that is shown; null before the first. */
    public @Nullable Screen screen() {
        Place place = here;
        return place == null ? null : screens.get(place.screenId());
    }

    public ReadOnlyObjectProperty<@Nullable ScreenSpec> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Runs {@code proceed} when nothing typed would be lost, or when the person agreed. */
    public void whenNothingIsLost(Runnable proceed) {
        Screen shown = screen();
        UnsavedWork work = shown == null ? UnsavedWork.NONE : shown.unsavedWork();
        UnsavedGuard.leave(work, dialogs, proceed);
    }

    /** The person's rights changed: screens out of sight are made anew when next opened, and ways to closed ones forgotten. */
    void followRights() {
        ScreenSpec shown = current.get();
        screens.entrySet().removeIf(entry -> {
            boolean stays = shown != null && shown.id().equals(entry.getKey());
            boolean goes =
                    !stays && (!allowed(entry.getKey()) || !entry.getValue().followsRights());
            if (goes) {
                entry.getValue().close();
            }
            return goes;
        });
        back.removeIf(place -> !allowed(place.screenId()));
        forward.removeIf(place -> !allowed(place.screenId()));
    }

    /** Whether the screen that is seen may be seen no longer. */
    boolean mustLeave() {
        ScreenSpec shown = current.get();
        return shown != null && !allowed(shown.id());
    }

    /** Closes the screen that is seen, and makes it anew or, where it is no longer allowed, opens the first that is. */
    void renew() {
        ScreenSpec shown = current.get();
        Screen screen = screen();
        if (shown == null || screen == null || (allowed(shown.id()) && screen.followsRights())) {
            return;
        }
        Place place = new Place(shown.id(), screen.place());
        screen.onHidden();
        here = null;
        current.set(null);
        screens.remove(shown.id());
        screen.close();
        if (allowed(shown.id())) {
            go(shown, place);
        } else {
            registry.screens().stream().findFirst().ifPresent(first -> go(first, new Place(first.id(), "")));
        }
    }

    private boolean allowed(String screenId) {
        return registry.find(screenId).isPresent();
    }

    /** Closes every screen, for the end of the session. */
    public void close() {
        Screen shown = screen();
        if (shown != null) {
            shown.onHidden();
        }
        here = null;
        current.set(null);
        screens.values().forEach(Screen::close);
        screens.clear();
    }

    private void step(Deque<Place> from, Deque<Place> to) {
        Place next = from.peek();
        Place now = here;
        if (next == null || now == null) {
            return;
        }
        registry.find(next.screenId())
                .ifPresent(spec -> leaving(spec.id(), () -> {
                    from.pop();
                    to.push(now);
                    go(spec, next);
                }));
    }

    private void leaving(String nextId, Runnable proceed) {
        Place place = here;
        if (place != null && place.screenId().equals(nextId)) {
            proceed.run();
        } else {
            whenNothingIsLost(proceed);
        }
    }

    private void go(ScreenSpec spec, Place place) {
        Screen next = screens.get(spec.id());
        if (next == null) {
            next = spec.factory().get();
            screens.put(spec.id(), next);
        }
        Screen shown = screen();
        if (next != shown) {
            if (shown != null) {
                shown.onHidden();
            }
            here = place;
            current.set(spec);
            next.onShown();
            // Keys must reach the screen that is seen, not the one that is gone.
            // Panes that fill themselves do so with their skins, which must exist before a field in them takes focus.
            next.view().applyCss();
            next.focus();
        }
        here = place;
        if (!place.target().isEmpty()) {
            next.open(place.target());
        }
    }
}
