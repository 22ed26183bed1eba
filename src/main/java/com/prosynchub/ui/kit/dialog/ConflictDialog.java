package com.prosynchub.ui.kit.dialog;

import com.prosynchub.ui.kit.dialog.Conflict.Difference;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Shows both versions side by side, field by field, and asks which one stays. FX thread. */
public final class ConflictDialog {
    private static final double[] SHARES = {24, 38, 38};
    private static final double[] SHARES_WITH_BEFORE = {19, 27, 27, 27};

    private ConflictDialog() {}

    /**
     * Makes the question.
     *
     * @param name of the record
     * @param label what a field is called
     * @param words what a field's value that is not empty is called
     */
    public static DialogBox make(
            String name,
            Conflict<?> conflict,
            UnaryOperator<String> label,
            BinaryOperator<String> words,
            Conflict.Choice choice) {
        Messages kit = Messages.kit();
        DialogBox box = new DialogBox(kit.text("conflict.title", name)).wide();
        box.setId("conflict-dialog");
        box.text(kit.text("conflict.text"));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("psh-compare");
        boolean before = conflict.differences().stream().anyMatch(d -> d.before() != null);
        for (double share : before ? SHARES_WITH_BEFORE : SHARES) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(
                0,
                head(kit.text("conflict.field")),
                head(kit.text("conflict.mine")),
                head(kit.text("conflict.theirs")));
        if (before) {
            grid.add(head(kit.text("conflict.before")), SHARES.length, 0);
        }
        int row = 1;
        for (Difference difference : conflict.differences()) {
            grid.addRow(
                    row,
                    muted(label.apply(difference.field())),
                    value(difference, difference.mine(), words),
                    value(difference, difference.theirs(), words));
            String was = difference.before();
            if (was != null) {
                grid.add(value(difference, was, words), SHARES.length, row);
            }
            row++;
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("psh-compare-scroll");
        return box.content(scroll)
                .cancel(kit.text("conflict.later"), choice::decideLater)
                .secondary(kit.text("conflict.take"), choice::takeTheirs)
                .primary(kit.text("conflict.keep"), () -> {
                    // Closed first: saving again may find yet another version and ask anew.
                    box.close();
                    choice.keepMine();
                    return false;
                });
    }

    private static Label head(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("psh-caption");
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("psh-muted");
        return label;
    }

    private static Label value(Difference difference, String raw, BinaryOperator<String> words) {
        Label label = new Label(raw.isEmpty() ? Formats.NONE : words.apply(difference.field(), raw));
        label.setWrapText(true);
        return label;
    }
}
