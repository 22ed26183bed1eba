package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.StyleSwap;
import com.prosynchub.ui.kit.theme.Styles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Above the plot: whether it is live, the way back, what lies under the lines, how much of what was measured is drawn, and the
 * usual spans. FX thread.
 */
final class TrendBar extends HBox {
    private static final Map<String, Duration> SPANS = spans();
    private static final double NARROW = 620;
    private static final double FONT = 11;

    private final TrendModel model;
    private final Formats formats;
    private final Label mode = new Label();
    private final Label under = new Label();
    private final Label samples = new Label();
    private final Button resume;
    private final List<Button> buttons = new ArrayList<>();
    private boolean picture;

    TrendBar(TrendModel model, Formats formats) {
        this.model = model;
        this.formats = formats;
        getStyleClass().add("psh-trend-bar");
        mode.getStyleClass().add("psh-trend-mode");
        mode.setMinWidth(USE_PREF_SIZE);
        under.getStyleClass().addAll("psh-trend-under", Styles.SMALL);
        samples.getStyleClass().addAll(Styles.FAINT, Styles.SMALL);
        resume = Buttons.quiet(Messages.kit().text("chart.resume"), model::reset);
        resume.getStyleClass().add("psh-trend-span");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(mode, resume, under, gap, samples);
        SPANS.forEach((label, span) -> {
            Button button = Buttons.quiet(label, () -> model.setSpan(span));
            button.getStyleClass().add("psh-trend-span");
            button.setFocusTraversable(false);
            getChildren().add(button);
            buttons.add(button);
        });
    }

    /** In a picture nothing can be pressed, and the window is told instead. */
    void setPicture(boolean on) {
        picture = on;
        show(!on);
    }

    /** Where there is little room, what is said goes before what can be pressed: the keys still do it. */
    void setRoom(double width) {
        show(!picture && width >= NARROW * mode.getFont().getSize() / FONT);
    }

    private void show(boolean on) {
        for (Button button : buttons) {
            button.setVisible(on);
            button.setManaged(on);
        }
    }

    void update(boolean loading, TrendAxes axes) {
        Messages kit = Messages.kit();
        boolean live = model.isFollowing();
        Instant silent = model.silentSinceProperty().get();
        if (picture) {
            TimeWindow window = model.window();
            mode.setText(
                    kit.text("chart.picture.window", formats.absolute(window.start()), formats.absolute(window.end())));
            samples.setText(said(kit, axes));
            return;
        }
        mode.setText(silent == null ? mode(kit, live) : kit.text("chart.silent", formats.time(silent)));
        StyleSwap.set(mode, "psh-live", live && silent == null);
        StyleSwap.set(mode, "psh-paused", !live && silent == null);
        StyleSwap.set(mode, "psh-silent", silent != null);
        resume.setVisible(!live);
        resume.setManaged(!live);
        EarlierPeriod earlier = model.earlierProperty().get();
        boolean laid = earlier != EarlierPeriod.NONE;
        under.setText(laid ? kit.text("chart.earlier", kit.text(earlier.key())) : "");
        under.setVisible(laid);
        under.setManaged(laid);
        samples.setText(loading ? kit.text("chart.loading") : said(kit, axes));
    }

    private String mode(Messages kit, boolean live) {
        if (live) {
            return kit.text("chart.live");
        }
        long missed = model.missed();
        String paused = kit.text("chart.paused");
        return missed == 0 ? paused : paused + " · " + kit.text("chart.missed", formats.number(missed));
    }

    private String said(Messages kit, TrendAxes axes) {
        String count = kit.text("chart.samples", formats.number(axes.drawn()), formats.number(axes.measured()));
        String envelope = axes.drawn() < axes.measured() ? " · " + kit.text("chart.envelope") : "";
        long below = 0;
        long beyond = 0;
        for (TrendAxes.Axis axis : axes.axes()) {
            below += axis.range().logarithmic() ? axis.hidden() : 0;
            beyond += axis.range().logarithmic() ? 0 : axis.hidden();
        }
        String left = below == 0 ? "" : kit.text("chart.not.positive", formats.number(below)) + " · ";
        String out = beyond == 0 ? "" : kit.text("chart.beyond", formats.number(beyond)) + " · ";
        return left + out + count + envelope;
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
