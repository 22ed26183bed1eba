package com.prosynchub.ui.kit.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.dialog.Dialogs.UnsavedChoice;
import com.prosynchub.ui.kit.task.ManualUiScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

@ExtendWith(FxToolkitExtension.class)
class StatePaneFxTest {
    private final ManualUiScheduler ui = new ManualUiScheduler();
    private final List<String> done = new ArrayList<>();
    private final Label content = new Label("content");

    @Test
    void theSkeletonWaitsAndNeverCoversOldContent() {
        Fx.run(() -> {
            StatePane pane = pane();
            assertThat(pane.lookup(".psh-skeleton")).isNull();
            ui.advance(StatePane.PATIENCE);
            assertThat(pane.lookup(".psh-skeleton")).isNotNull();
            pane.stateProperty().set(ScreenState.ready());
            assertThat(pane.lookup(".psh-skeleton")).isNull();
            assertThat(content.isVisible()).isTrue();
            pane.stateProperty().set(ScreenState.loading());
            ui.advance(Duration.ofSeconds(1));
            assertThat(pane.lookup(".psh-skeleton")).isNull();
            assertThat(content.isVisible()).isTrue();
        });
    }

    @Test
    void aQuickAnswerShowsNoSkeletonAtAll() {
        Fx.run(() -> {
            StatePane pane = pane();
            ui.advance(Duration.ofMillis(100));
            pane.stateProperty().set(ScreenState.ready());
            ui.advance(Duration.ofSeconds(1));
            assertThat(pane.lookup(".psh-skeleton")).isNull();
        });
    }

    @Test
    void emptyOffersTheFirstActionAndFailedOffersAnotherTry() {
        Fx.run(() -> {
            StatePane pane = pane();
            pane.stateProperty().set(ScreenState.empty());
            ((Button) pane.lookup(".button")).fire();
            pane.stateProperty().set(ScreenState.failed(new Failure.Unavailable(Failure.Store.RELATIONAL, "x")));
            assertThat(content.isVisible()).isFalse();
            ((Button) pane.lookup(".button")).fire();
        });
        assertThat(done).containsExactly("create", "again");
    }

    @Test
    void leavingAsksOnlyWhenSomethingIsUnsaved() {
        Work work = new Work();
        Asker asker = new Asker();
        UnsavedGuard.leave(work, asker, () -> done.add("left clean"));
        work.dirty = true;
        asker.answer = UnsavedChoice.STAY;
        UnsavedGuard.leave(work, asker, () -> done.add("must not"));
        asker.answer = UnsavedChoice.SAVE;
        UnsavedGuard.leave(work, asker, () -> done.add("left saved"));
        work.dirty = true;
        asker.answer = UnsavedChoice.DISCARD;
        UnsavedGuard.leave(work, asker, () -> done.add("left discarded"));
        assertThat(done).containsExactly("left clean", "left saved", "left discarded");
        assertThat(work.dirty).isFalse();
    }

    private StatePane pane() {
        StatePane pane = new StatePane(ui);
        pane.setContent(content);
        pane.setEmpty(CarbonIcons.ADD, "No assets", "Create one.", "Create asset", () -> done.add("create"));
        pane.setOnRetry(() -> done.add("again"));
        return pane;
    }

    private static final class Work implements UnsavedWork {
        private boolean dirty;

        @Override
        public boolean isDirty() {
            return dirty;
        }

        @Override
        public void save(java.util.function.Consumer<Boolean> whenDone) {
            dirty = false;
            whenDone.accept(true);
        }

        @Override
        public void discard() {
            dirty = false;
        }
    }

    private static final class Asker implements com.prosynchub.ui.kit.dialog.Dialogs {
        private UnsavedChoice answer = UnsavedChoice.STAY;

        @Override
        public void confirm(String title, String text, String verb, Runnable action) {}

        @Override
        public void danger(String title, String text, String verb, Runnable action) {}

        @Override
        public void because(String title, String text, String verb, java.util.function.Consumer<String> action) {}

        @Override
        public void failure(Failure failure) {}

        @Override
        public void unsaved(java.util.function.Consumer<UnsavedChoice> consumer) {
            consumer.accept(answer);
        }
    }
}
