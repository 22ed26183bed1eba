package com.prosynchub.ui.trends;

import com.prosynchub.ui.kit.theme.Styles;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/**
 * What the mouse carries within the trends screen: a metric from the tree, or a chart by its head. It is remembered here and
 * not read back from the board, so that nothing from outside the window can pretend to be one. One per kind; FX thread.
 *
 * @param <T> what is carried
 */
final class Carried<T> {
    private final DataFormat format;
    private @Nullable T carried;

    /** For things of one kind, such as {@code metric}. */
    Carried(String kind) {
        String type = "application/x-prosynchub-" + kind;
        DataFormat known = DataFormat.lookupMimeType(type);
        format = known == null ? new DataFormat(type) : known;
    }

    /** Lets a node be dragged; {@code what} tells what it stands for just now, null for nothing. */
    void from(Node node, Supplier<@Nullable T> what) {
        node.setOnDragDetected(e -> {
            T thing = what.get();
            if (thing != null) {
                // Known before the platform is asked, so that nothing can come over a chart and not know what it is.
                carried = thing;
                ClipboardContent content = new ClipboardContent();
                content.put(format, format.toString());
                node.startDragAndDrop(TransferMode.COPY_OR_MOVE).setContent(content);
                e.consume();
            }
        });
        node.setOnDragDone(e -> carried = null);
    }

    /** Lets a node take what is dropped on it; it is marked while something hangs over it. */
    void onto(Node node, Consumer<T> drop) {
        node.addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (carried != null) {
                e.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                if (!node.getStyleClass().contains(Styles.DROP_TARGET)) {
                    node.getStyleClass().add(Styles.DROP_TARGET);
                }
                e.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED, e -> node.getStyleClass().remove(Styles.DROP_TARGET));
        node.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            T thing = carried;
            if (thing != null) {
                node.getStyleClass().remove(Styles.DROP_TARGET);
                carried = null;
                drop.accept(thing);
                e.setDropCompleted(true);
                e.consume();
            }
        });
    }
}
