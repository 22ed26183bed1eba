package com.prosynchub.ui.kit.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.kit.task.ManualUiScheduler;
import com.prosynchub.ui.kit.task.UpdateThrottle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveScreenTest {
    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final List<String> log = new ArrayList<>();
    private final Following screen = new Following();

    @Test
    void startsInOrderAndStopsInTheOpposite() {
        screen.onShown();
        assertThat(log).containsExactly("+changes", "read", "+timer");
        screen.onHidden();
        assertThat(log).containsExactly("+changes", "read", "+timer", "-timer", "-changes");
        screen.onHidden();
        assertThat(log).as("hidden is hidden").hasSize(5);
    }

    @Test
    void shownTwiceFollowsOnce() {
        screen.onShown();
        screen.onShown();
        assertThat(log).containsExactly("+changes", "read", "+timer");
    }

    @Test
    void aBurstOfChangesIsReadOnceAndNoneOnceHidden() {
        screen.onShown();
        log.clear();
        signal();
        signal();
        ui.runPosted();
        assertThat(log).containsExactly("reread");
        signal();
        ui.runPosted();
        screen.onHidden();
        log.clear();
        ui.advance(UpdateThrottle.LIVE.multipliedBy(2));
        signal();
        ui.runPosted();
        assertThat(log).isEmpty();
    }

    private void signal() {
        Runnable told = screen.signal;
        if (told != null) {
            told.run();
        }
    }

    private final class Following extends LiveScreen {
        private @Nullable Runnable signal;

        Following() {
            rereadOn(ui, () -> log.add("reread"), told -> {
                log.add("+changes");
                signal = told;
                return () -> log.add("-changes");
            });
            whenShown(() -> log.add("read"));
            whileShown(() -> log.add("+timer"), () -> log.add("-timer"));
        }

        @Override
        public Node view() {
            throw new UnsupportedOperationException("nobody looks at it");
        }
    }
}
