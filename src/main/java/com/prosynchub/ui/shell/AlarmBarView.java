package com.prosynchub.ui.shell;

import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.ui.kit.control.Grade;
import com.prosynchub.ui.kit.control.MetricValueLabel;
import com.prosynchub.ui.kit.control.Reading;
import com.prosynchub.ui.kit.control.SeverityBadge;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The worst value outside a limit, and how many there are of each severity; a click opens the asset. FX thread. */
final class AlarmBarView extends Button {
    private static final Severity[] SHOWN = {Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW};

    private final Messages messages = Messages.of("shell");
    private final Consumer<UUID> open;
    private final SeverityBadge worstMark = new SeverityBadge().compact();
    private final Label worst = new Label();
    private final MetricValueLabel value;
    private final HBox counts = new HBox();
    private final Tooltip whole = new Tooltip();
    private final Map<Severity, HBox> chips = new EnumMap<>(Severity.class);
    private @Nullable UUID target;

    AlarmBarView(AlarmBarViewModel model, Formats formats, Consumer<UUID> open) {
        this.open = open;
        value = new MetricValueLabel(formats);
        getStyleClass().setAll("psh-alarm-bar");
        setId("alarm-bar");
        // A narrow window cuts the name short.
        setTooltip(whole);
        worst.getStyleClass().add("psh-alarm-worst");
        counts.getStyleClass().add("psh-alarm-counts");
        counts.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(worstMark, worst, value, counts);
        line.getStyleClass().add("psh-alarm-line");
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
        setOnAction(e -> {
            UUID asset = target;
            if (asset != null) {
                this.open.accept(asset);
            }
        });
        model.barProperty().subscribe(this::show);
    }

    /** Brings the age of the worst value up to date. */
    void tick() {
        value.tick();
    }

    private void show(AlarmBarViewModel.@Nullable Bar bar) {
        AssetMetric metric = bar == null ? null : bar.worst();
        target = metric == null ? null : metric.assetId();
        setDisable(metric == null);
        Grade grade = bar == null ? Grade.STALE : metric == null ? Grade.NORMAL : Grade.of(metric.severity());
        worstMark.show(grade);
        grade.dress(this);
        worst.setText(
                bar == null
                        ? messages.text("alarm.unknown")
                        : metric == null
                                ? messages.text("alarm.none")
                                : messages.text("alarm.worst", bar.worstAsset(), words(metric.name())));
        value.setVisible(metric != null);
        value.setManaged(metric != null);
        value.show(metric == null ? null : reading(metric));
        counts.getChildren().clear();
        if (bar != null && metric != null) {
            for (Severity severity : SHOWN) {
                if (bar.count(severity) > 0) {
                    counts.getChildren().add(chip(severity, bar.count(severity), bar.capped()));
                }
            }
        }
        setAccessibleText(worst.getText());
        whole.setText(worst.getText());
    }

    private HBox chip(Severity severity, int count, boolean capped) {
        HBox chip = chips.computeIfAbsent(severity, key -> {
            HBox fresh = new HBox(new SeverityBadge().compact().show(Grade.of(key)), new Label());
            fresh.getStyleClass().add("psh-alarm-chip");
            fresh.setAlignment(Pos.CENTER_LEFT);
            return fresh;
        });
        ((Label) chip.getChildren().getLast()).setText(capped ? count + "+" : Integer.toString(count));
        return chip;
    }

    private static Reading reading(AssetMetric metric) {
        BigDecimal now = metric.value();
        int decimals = now == null ? 0 : Formats.decimalsFor(now.doubleValue());
        return Reading.of(metric, decimals, Duration.ofMinutes(2));
    }

    /** A metric's key as people read it: {@code bearing_temperature} becomes {@code bearing temperature}. */
    private static String words(String key) {
        return key.replace('_', ' ');
    }
}
