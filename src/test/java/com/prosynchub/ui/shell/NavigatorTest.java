package com.prosynchub.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.ui.DialogLog;
import com.prosynchub.ui.kit.dialog.Dialogs.UnsavedChoice;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.Screen;
import com.prosynchub.ui.kit.view.ScreenSpec;
import com.prosynchub.ui.kit.view.UnsavedWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

class NavigatorTest {
    private static final Permission READ = Permission.of(Resource.ASSET, Action.READ);
    private static final Permission ADMIN = Permission.of(Resource.USER, Action.READ);

    private final List<String> events = new ArrayList<>();
    private final DialogLog dialogs = new DialogLog();
    private boolean dirty;
    private final Set<Permission> held = new HashSet<>(Set.of(READ));
    private final ScreenRegistry registry = new ScreenRegistry(
            List.of(feature(spec("b", 20, READ), spec("a", 10, READ), spec("x", 5, ADMIN))), held::contains);
    private final Navigator navigator = new Navigator(registry, dialogs);

    @Test
    void aScreenIsMadeOnceShownAndHiddenInPairsAndClosedAtTheEnd() {
        navigator.open("a");
        navigator.open("b");
        navigator.open("a");
        navigator.close();
        assertThat(events)
                .containsExactly(
                        "make a",
                        "a shown",
                        "make b",
                        "a hidden",
                        "b shown",
                        "b hidden",
                        "a shown",
                        "a hidden",
                        "a closed",
                        "b closed");
        assertThat(navigator.currentProperty().get()).isNull();
    }

    @Test
    void backAndForwardGoThroughTheHistoryWithItsTargets() {
        navigator.open("a");
        navigator.open("b", "1");
        navigator.open("b", "2");
        events.clear();
        navigator.back();
        assertThat(events).containsExactly("b opens 1");
        navigator.back();
        assertThat(current()).isEqualTo("a");
        navigator.back();
        assertThat(current()).as("nothing before the first").isEqualTo("a");
        navigator.forward();
        navigator.forward();
        navigator.forward();
        assertThat(events.getLast()).isEqualTo("b opens 2");
        navigator.back();
        navigator.open("a");
        events.clear();
        navigator.forward();
        assertThat(events).as("a new way forgets the old one").isEmpty();
    }

    @Test
    void theSamePlaceTwiceIsOneStep() {
        navigator.open("a");
        navigator.open("b", "1");
        navigator.open("b", "1");
        navigator.back();
        assertThat(current()).isEqualTo("a");
    }

    @Test
    void unsavedWorkIsAskedAboutAndStayingChangesNothing() {
        navigator.open("a");
        dirty = true;
        navigator.open("b");
        dialogs.choose(UnsavedChoice.STAY);
        assertThat(current()).isEqualTo("a");
        navigator.open("b");
        dialogs.choose(UnsavedChoice.SAVE);
        assertThat(events).contains("a saves");
        assertThat(current()).isEqualTo("b");
        dirty = true;
        navigator.back();
        assertThat(current()).isEqualTo("b");
        dialogs.choose(UnsavedChoice.DISCARD);
        assertThat(events).contains("b discards");
        assertThat(current()).isEqualTo("a");
        navigator.forward();
        assertThat(current()).isEqualTo("b");
    }

    @Test
    void closingTheWindowAsksTheSameQuestion() {
        List<String> gone = new ArrayList<>();
        navigator.open("a");
        dirty = true;
        navigator.whenNothingIsLost(() -> gone.add("closed"));
        assertThat(gone).isEmpty();
        dialogs.choose(UnsavedChoice.DISCARD);
        assertThat(gone).containsExactly("closed");
    }

    @Test
    void aScreenWithoutPermissionDoesNotExist() {
        navigator.open("a");
        navigator.open("x");
        navigator.open("nowhere");
        assertThat(current()).isEqualTo("a");
        assertThat(events).doesNotContain("make x");
    }

    @Test
    void screensFollowChangedRights() {
        held.add(ADMIN);
        registry.followRights();
        navigator.open("a");
        navigator.open("x");
        navigator.open("b");
        events.clear();
        held.remove(ADMIN);
        registry.followRights();
        navigator.followRights();
        assertThat(events).as("what is out of sight is made anew when opened").containsExactly("a closed", "x closed");
        assertThat(navigator.mustLeave()).isFalse();
        events.clear();
        navigator.renew();
        assertThat(events)
                .as("what is seen comes back to where it was")
                .containsExactly("b hidden", "b closed", "make b", "b shown", "b opens there");
        navigator.back();
        assertThat(current()).as("x is forgotten").isEqualTo("a");
        events.clear();
        held.add(ADMIN);
        held.remove(READ);
        registry.followRights();
        navigator.followRights();
        assertThat(navigator.mustLeave()).isTrue();
        navigator.renew();
        assertThat(events).containsExactly("b closed", "a hidden", "a closed", "make x", "x shown");
        held.clear();
        registry.followRights();
        navigator.renew();
        assertThat(current()).as("nothing left to see").isNull();
        assertThat(navigator.screen()).isNull();
    }

    @Test
    void theRegistryOrdersAndRefusesTwins() {
        ScreenRegistry registry = new ScreenRegistry(
                List.of(feature(spec("b", 20, READ)), feature(spec("a", 10, ADMIN))), permission -> true);
        assertThat(registry.screens()).extracting(ScreenSpec::id).containsExactly("a", "b");
        List<Feature> twins = List.of(feature(spec("a", 1, READ)), feature(spec("a", 2, READ)));
        assertThatThrownBy(() -> new ScreenRegistry(twins, permission -> true))
                .isInstanceOf(IllegalStateException.class);
    }

    private @Nullable String current() {
        ScreenSpec spec = navigator.currentProperty().get();
        return spec == null ? null : spec.id();
    }

    private ScreenSpec spec(String id, int order, Permission permission) {
        return new ScreenSpec(
                id, Messages.of("shell"), "window.title", CarbonIcons.HOME, permission, order, () -> new Noted(id));
    }

    private static Feature feature(ScreenSpec... specs) {
        return () -> List.of(specs);
    }

    private final class Noted implements Screen, UnsavedWork {
        private final String id;
        private final Group root = new Group();

        Noted(String id) {
            this.id = id;
            events.add("make " + id);
        }

        @Override
        public Node view() {
            return root;
        }

        @Override
        public void onShown() {
            events.add(id + " shown");
        }

        @Override
        public void onHidden() {
            events.add(id + " hidden");
        }

        @Override
        public void close() {
            events.add(id + " closed");
        }

        @Override
        public void open(String target) {
            events.add(id + " opens " + target);
        }

        @Override
        public String place() {
            return "there";
        }

        @Override
        public UnsavedWork unsavedWork() {
            return this;
        }

        @Override
        public boolean isDirty() {
            return dirty;
        }

        @Override
        public void save(Consumer<Boolean> whenDone) {
            events.add(id + " saves");
            dirty = false;
            whenDone.accept(true);
        }

        @Override
        public void discard() {
            events.add(id + " discards");
            dirty = false;
        }
    }
}
