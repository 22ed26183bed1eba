package com.prosynchub.ui.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.ui.LiveWindow;
import com.prosynchub.ui.RowHands;
import com.prosynchub.ui.kit.text.Messages;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.input.DragEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dragging rows of the asset tree: the row below takes it, and can be taken back; its own branch never does. */
@ExtendWith(FxToolkitExtension.class)
class AssetDragFxTest {
    private static final String COMPRESSOR = "Ammonia compressor C-401";
    private static final String MOTOR = "Drive motor M-401";
    private static final String LINE = "Filling line A";

    private final Messages messages = Messages.of("assets");
    private @Nullable LiveWindow opened;

    @BeforeEach
    void openTheTree() {
        LiveWindow window = LiveWindow.onAssets("Manager");
        opened = window;
        Fx.run(() ->
                window.shell().navigator().open("assets", window.site.id(MOTOR).toString()));
        Fx.until(() -> rows().cell(MOTOR) != null && rows().cell(COMPRESSOR) != null && rows().cell(LINE) != null);
    }

    @AfterEach
    void close() {
        window().close();
    }

    @Test
    void aRowDroppedOnAnotherStandsBelowItAndCanBeTakenBack() {
        rows().drag(MOTOR);
        rows().fire(DragEvent.DRAG_OVER, LINE);
        assertThat(Fx.<Boolean>call(() -> window().says(messages.text("drag.move", MOTOR, LINE))))
                .isTrue();
        assertThat(rows().takes(LINE)).isTrue();
        rows().fire(DragEvent.DRAG_DROPPED, LINE);
        window().awaitWords(messages.text("move.done", MOTOR, LINE));
        assertThat(parentOf(MOTOR)).isEqualTo(id(LINE));
        Fx.run(() -> window().stage.getScene().getRoot().lookupAll(".button").stream()
                .map(javafx.scene.control.Button.class::cast)
                .filter(button -> "Undo".equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        window().awaitWords(messages.text("move.undone", MOTOR));
        assertThat(parentOf(MOTOR)).isEqualTo(id(COMPRESSOR));
    }

    @Test
    void aRowIsNeverTakenByWhatStandsBelowIt() {
        rows().drag(COMPRESSOR);
        rows().fire(DragEvent.DRAG_OVER, MOTOR);
        assertThat(rows().takes(MOTOR)).isFalse();
        assertThat(Fx.<Boolean>call(() -> window().says(messages.text("drag.cycle", MOTOR, COMPRESSOR))))
                .isTrue();
        DragEvent drop = rows().fire(DragEvent.DRAG_DROPPED, MOTOR);
        assertThat(drop.isDropCompleted()).isFalse();
        rows().fire(DragEvent.DRAG_OVER, COMPRESSOR);
        assertThat(Fx.<Boolean>call(() -> window().says(messages.text("drag.self"))))
                .isTrue();
        rows().fire(DragEvent.DRAG_DROPPED, COMPRESSOR);
        rows().fire(DragEvent.DRAG_EXITED, COMPRESSOR);
        assertThat(Fx.<Boolean>call(() -> window().says(messages.text("drag.self"))))
                .isFalse();
        assertThat(parentOf(COMPRESSOR)).isEqualTo(id("Cooling and compressed air"));
    }

    private UUID id(String name) {
        return window().site.id(name);
    }

    private @Nullable UUID parentOf(String name) {
        return window().site.session.assets().find(id(name)).orElseThrow().parentAssetId();
    }

    private RowHands<AssetTreeRow> rows() {
        return new RowHands<>(window(), "#asset-tree", AssetTreeRow::toString);
    }

    private LiveWindow window() {
        return Objects.requireNonNull(opened);
    }
}
