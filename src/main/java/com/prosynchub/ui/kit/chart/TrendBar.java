package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.StyleSwap;
import com.prosynchub.ui.kit.theme.Styles;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Above the plot: whether it is live, the way back, how much is in view, and the usual spans. FX thread. */
final class TrendBar extends HBox {
    private static final Map<String, Duration> SPANS = spans();

    private final TrendModel model;
    private final Formats formats;
    private final Label mode = new Label();
    private final Label samples = new Label();
    private final Button resume;

    TrendBar(TrendModel model, Formats formats) {
        this.model = model;
        this.formats = formats;
        getStyleClass().add("psh-trend-bar");
        mode.getStyleClass().add("psh-trend-mode");
        mode.setMinWidth(USE_PREF_SIZE);
        samples.getStyleClass().addAll(Styles.FAINT, Styles.SMALL);
        resume = Buttons.quiet(Messages.kit().text("chart.resume"), model::reset);
        resume.getStyleClass().add("psh-trend-span");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(mode, resume, gap, samples);
        SPANS.forEach((label, span) -> {
            Button button = Buttons.quiet(label, () -> model.setSpan(span));
            button.getStyleClass().add("psh-trend-span");
            button.setFocusTraversable(false);
            getChildren().add(button);
        });
    }

    void update(boolean loading) {
        Messages kit = Messages.kit();
        boolean live = model.isFollowing();
        long missed = model.missed();
        String paused = kit.text("chart.paused")
                + (missed == 0 ? "" : " · " + kit.text("chart.missed", formats.number(missed)));
        mode.setText(live ? kit.text("chart.live") : paused);
        StyleSwap.set(mode, "psh-live", live);
        StyleSwap.set(mode, "psh-paused", !live);
        resume.setVisible(!live);
        resume.setManaged(!live);
        TrendModel.SampleCount count = model.sampleCount();
        samples.setText(
                loading
                        ? kit.text("chart.loading")
                        : kit.text("chart.samples", formats.number(count.inView()), formats.number(count.held())));
    }

    private static Map<String, Duration> spans() {
        Map<String, Duration> spans = new LinkedHashMap<>();
        spans.put("15 min", Duration.ofMinutes(15));
        spans.put("1 h", Duration.ofHours(1));
        spans.put("8 h", Duration.ofHours(8));
        spans.put("24 h", Duration.ofHours(24));
        spans.put("7 d", Duration.ofDays(7));
        spans.put("30 d", Duration.ofDays(30));
        return spans;
    }
}
