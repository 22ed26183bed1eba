package com.prosynchub.ui.home;

import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.SeverityBadge;
import com.prosynchub.ui.kit.text.Formats;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One figure with its caption; coloured only when it is not zero and needs somebody. FX thread. */
final class Figure<T> extends VBox {
    private final Label figure = new Label(Formats.NONE);
    private final SeverityBadge mark = new SeverityBadge().compact();
    private final Function<T, Long> of;
    private final Grade grade;

    Figure(String caption, Function<T, Long> of, Grade grade) {
        this.of = of;
        this.grade = grade;
        Label words = new Label(caption);
        words.getStyleClass().add("psh-muted");
        figure.getStyleClass().add("psh-figure-number");
        HBox line = new HBox(figure, mark);
        line.getStyleClass().add("psh-gap-4");
        line.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("psh-figure");
        getChildren().addAll(line, words);
    }

    void show(HomePart<T> part) {
        boolean hidden = part instanceof HomePart.Hidden<T>;
        setVisible(!hidden);
        setManaged(!hidden);
        long count = part instanceof HomePart.Ready<T>(T value) ? of.apply(value) : 0;
        figure.setText(part instanceof HomePart.Ready<T> ? Long.toString(count) : Formats.NONE);
        boolean told = count > 0 && grade != Grade.NORMAL;
        mark.show(grade);
        mark.setVisible(told);
        mark.setManaged(told);
    }
}
