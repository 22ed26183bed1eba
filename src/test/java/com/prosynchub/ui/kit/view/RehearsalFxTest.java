package com.prosynchub.ui.kit.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.theme.Theme;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxToolkitExtension.class)
class RehearsalFxTest {
    private final OneByOne ui = new OneByOne();

    @Test
    void eachPieceHasItsOwnTurnAndTheLastEndsIt() {
        Fx.run(() -> {
            Rehearsal.begin(ui, Theme.LIGHT);
            int turns = 0;
            while (!ui.waiting.isEmpty()) {
                assertThat(ui.waiting).as("one at a time").hasSize(1);
                ui.waiting.remove().run();
                assertThat(++turns).as("it ends").isLessThan(100);
            }
            assertThat(turns).as("pieces short enough to work between").isGreaterThan(5);
        });
    }

    @ParameterizedTest
    @EnumSource
    void nobodySeesIt(Theme theme) {
        Fx.run(() -> {
            List<Window> before = List.copyOf(Window.getWindows());
            Rehearsal.all(theme);
            assertThat(Window.getWindows()).isEqualTo(before);
        });
    }

    /** Keeps what is to be done later until the test lets it. */
    private static final class OneByOne implements UiScheduler {
        private final ManualUiScheduler rest = new ManualUiScheduler();
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        @Override
        public boolean isUiThread() {
            return rest.isUiThread();
        }

        @Override
        public void post(Runnable action) {
            rest.post(action);
        }

        @Override
        public Cancellable after(Duration delay, Runnable action) {
            assertThat(delay).as("room for the person").isPositive();
            waiting.add(action);
            return () -> waiting.remove(action);
        }

        @Override
        public Cancellable every(Duration interval, Runnable action) {
            return rest.every(interval, action);
        }

        @Override
        public InstantSource clock() {
            return rest.clock();
        }
    }
}
