package com.prosynchub.ui.kit.control;

import com.prosynchub.ui.kit.theme.Styles;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/**
 * Dragging rows of a tree onto each other: the row below is marked or refused, and a sentence says which while it lasts. One
 * per tree; FX thread.
 *
 * @param <K> what rows are known by
 */
public final class RowDrag<K> {
    private final DataFormat format;
    private final Rules<K> rules;
    private Consumer<String> say = words -> {};
    /** What is being dragged: rows are dragged within their own tree only, so nobody needs to ask the board. */
    private @Nullable K dragged;

    /** Where a row may be dropped, and what comes of it. */
    public interface Rules<K> {
        boolean allows(K moved, K target);

        /** What dropping {@code moved} on {@code target} would do, or why it is refused. */
        String sentence(K moved, K target);

        /** Drops it on {@code target}; null makes it a topmost one. */
        void drop(K moved, @Nullable K target);
    }

    /** For rows of one kind, such as {@code asset}. */
    public RowDrag(String kind, Rules<K> rules) {
        this.rules = rules;
        String type = "application/x-prosynchub-" + kind;
        DataFormat known = DataFormat.lookupMimeType(type);
        format = known == null ? new DataFormat(type) : known;
    }

    /** Where the sentence is shown; empty takes it away. */
    public void sayTo(Consumer<String> where) {
        say = where;
    }

    /** Gives a cell its part; {@code key} tells its row just now, null for none. */
    public void attach(TreeCell<?> cell, Supplier<@Nullable K> key) {
        cell.setOnDragDetected(e -> {
            K row = key.get();
            if (row != null) {
                // Known before the platform is asked, so that nothing can come over a row and not know what it is.
                dragged = row;
                ClipboardContent content = new ClipboardContent();
                content.put(format, row);
                cell.startDragAndDrop(TransferMode.MOVE).setContent(content);
                e.consume();
            }
        });
        cell.setOnDragDone(e -> dragged = null);
        cell.setOnDragOver(e -> {
            K moved = dragged;
            K target = key.get();
            if (moved != null && target != null) {
                offer(e, cell, moved, target);
                e.consume();
            }
        });
        cell.setOnDragExited(e -> {
            cell.getStyleClass().remove(Styles.DROP_TARGET);
            say.accept("");
        });
        cell.setOnDragDropped(e -> {
            K moved = dragged;
            K target = key.get();
            if (moved != null && target != null && rules.allows(moved, target)) {
                rules.drop(moved, target);
                e.setDropCompleted(true);
            }
            e.consume();
        });
    }

    /** Dropping beside the rows makes a row a topmost one. */
    public void attachEmpty(TreeView<?> tree) {
        tree.setOnDragOver(e -> {
            if (dragged != null) {
                e.acceptTransferModes(TransferMode.MOVE);
            }
        });
        tree.setOnDragDropped(e -> {
            K moved = dragged;
            if (moved != null) {
                rules.drop(moved, null);
            }
            e.setDropCompleted(moved != null);
        });
    }

    private void offer(DragEvent event, TreeCell<?> cell, K moved, K target) {
        say.accept(rules.sentence(moved, target));
        if (rules.allows(moved, target)) {
            event.acceptTransferModes(TransferMode.MOVE);
            if (!cell.getStyleClass().contains(Styles.DROP_TARGET)) {
                cell.getStyleClass().add(Styles.DROP_TARGET);
            }
        }
    }
}
