package com.prosynchub.ui.kit.view;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.UiScheduler;
import java.time.Duration;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/**
 * Shows one of a screen's four states. A skeleton comes only after 150 ms and never over old content: while something is
 * read again, what was there stays. FX thread.
 */
public final class StatePane extends StackPane {
    /** How long loading may take before a skeleton says so. */
    public static final Duration PATIENCE = Duration.ofMillis(150);

    private static final double[] SKELETON_WIDTHS = {0.42, 0.78, 0.66, 0.72, 0.55, 0.7, 0.3};

    private final UiScheduler ui;
    private final ObjectProperty<ScreenState> state = new SimpleObjectProperty<>(ScreenState.loading());
    private final Node skeleton = skeleton();
    private StateMessage empty = StateMessage.empty(CarbonIcons.DATA_TABLE, "", "");
    private @Nullable Node content;
    private @Nullable Node overlay;
    private @Nullable Cancellable waiting;
    private Runnable onRetry = () -> {};
    private boolean neverReady = true;

    public StatePane(UiScheduler ui) {
        this.ui = ui;
        state.subscribe(this::enter);
    }

    /** The screen's own content, shown when ready and kept while reloading. */
    public void setContent(Node node) {
        if (content != null) {
            getChildren().remove(content);
        }
        content = node;
        getChildren().addFirst(node);
        enter(state.get());
    }

    /** What goes here, and the first action that puts something here; null where the person may not do it. */
    public void setEmpty(Ikon ikon, String title, String text, @Nullable String action, Runnable onAction) {
        empty = StateMessage.empty(ikon, title, text);
        if (action != null) {
            empty.add(Buttons.primary(action, onAction));
        }
        enter(state.get());
    }

    /** What "Try again" does. */
    public void setOnRetry(Runnable action) {
        onRetry = action;
    }

    /** The state; bind it to the ViewModel's. */
    public ObjectProperty<ScreenState> stateProperty() {
        return state;
    }

    private void enter(ScreenState entered) {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
        switch (entered) {
            case ScreenState.Ready() -> overlay(null);
            case ScreenState.Empty() -> overlay(empty);
            case ScreenState.Failed(var failure) -> overlay(StateMessage.failed(failure, () -> onRetry.run()));
            case ScreenState.Loading() -> {
                if (neverReady || overlay != null) {
                    if (content != null) {
                        content.setVisible(false);
                    }
                    if (!skeleton.equals(overlay)) {
                        waiting = ui.after(PATIENCE, () -> overlay(skeleton));
                    }
                }
            }
        }
        neverReady = neverReady && !(entered instanceof ScreenState.Ready);
    }

    private void overlay(@Nullable Node shown) {
        if (overlay != null) {
            getChildren().remove(overlay);
        }
        overlay = shown;
        if (content != null) {
            content.setVisible(shown == null);
        }
        if (shown != null) {
            getChildren().add(shown);
        }
    }

    private static Node skeleton() {
        VBox box = new VBox();
        box.getStyleClass().add("psh-skeleton");
        box.setMouseTransparent(true);
        for (double width : SKELETON_WIDTHS) {
            Region bar = new Region();
            bar.getStyleClass().add("psh-skeleton-bar");
            bar.maxWidthProperty().bind(box.widthProperty().multiply(width));
            box.getChildren().add(bar);
        }
        return box;
    }
}
