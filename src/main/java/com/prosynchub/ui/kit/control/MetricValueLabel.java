package com.prosynchub.ui.kit.control;

import com.prosynchub.ui.kit.text.Formats;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A value with unit and age, right aligned; what is too old is hatched and never looks current. FX thread. */
public final class MetricValueLabel extends HBox {
    private final Formats formats;
    private final Label figure = new Label(Formats.NONE);
    private final Label unit = new Label();
    private final Label age = new Label();
    private final Tooltip tip = new Tooltip();
    private @Nullable Reading reading;

    public MetricValueLabel(Formats formats) {
        this.formats = formats;
        getStyleClass().add("psh-value");
        figure.getStyleClass().add("psh-value-figure");
        unit.getStyleClass().add("psh-value-unit");
        age.getStyleClass().add("psh-value-age");
        for (Label label : new Label[] {figure, unit, age}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(figure, unit, age);
        Tooltip.install(this, tip);
    }

    /** Figures of 20 px, for headers. */
    public MetricValueLabel large() {
        getStyleClass().add("psh-value-large");
        return this;
    }

    /** Leaves the age out, where a column of its own shows it. */
    public MetricValueLabel withoutAge() {
        getChildren().remove(age);
        return this;
    }

    public void show(@Nullable Reading shown) {
        reading = shown;
        tick();
    }

    /** Brings age and staleness up to date; call once a second or so. */
    public void tick() {
        Reading now = reading;
        if (now == null) {
            figure.setText(Formats.NONE);
            unit.setText("");
            age.setText("");
            return;
        }
        boolean stale = now.isStale(formats.clock().instant());
        figure.setText(formats.number(now.value(), now.decimals()));
        unit.setText(now.unit());
        age.setText(formats.age(now.at()));
        (stale ? Grade.STALE : now.grade()).dress(this);
        tip.setText(formats.absolute(now.at()));
    }
}
