package com.prosynchub.ui.kit.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Shape, word or letter, and colour of a grade, so that it is told without colour too. FX thread. */
public final class SeverityBadge extends HBox {
    private final Region mark = new Region();
    private final Label word = new Label();
    private boolean compact;
    private Grade grade = Grade.NORMAL;

    public SeverityBadge() {
        getStyleClass().add("psh-badge");
        mark.getStyleClass().add("psh-mark");
        word.setMinWidth(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(mark, word);
        show(grade);
    }

    public static SeverityBadge of(Grade grade) {
        return new SeverityBadge().show(grade);
    }

    /** Shows only the letter, for narrow columns. */
    public SeverityBadge compact() {
        compact = true;
        return show(grade);
    }

    public SeverityBadge show(Grade shown) {
        grade = shown;
        shown.dress(this);
        word.setText(compact ? shown.letter() : shown.label());
        setAccessibleText(shown.label());
        return this;
    }

    /** Shows something else than a severity in the looks of one, such as a priority, under its own word. */
    public SeverityBadge show(Grade shown, String said) {
        show(shown);
        word.setText(said);
        setAccessibleText(said);
        return this;
    }

    public Grade grade() {
        return grade;
    }
}
