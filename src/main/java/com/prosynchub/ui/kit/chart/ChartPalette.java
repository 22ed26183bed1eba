package com.prosynchub.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * An invisible node through which the sheets tell the pixel painters their colours, so that a plot follows the theme like
 * every other control. FX thread.
 */
final class ChartPalette extends Region {
    /** Number of trace colours. */
    static final int TRACES = 8;

    private static final List<String> NAMES = names();
    private static final List<CssMetaData<ChartPalette, Color>> OWN = ownMetaData();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = allMetaData();

    private final List<StyleableObjectProperty<Color>> colours = new ArrayList<>();

    ChartPalette(Runnable onChange) {
        getStyleClass().add("psh-chart-palette");
        setManaged(false);
        setVisible(false);
        for (int i = 0; i < NAMES.size(); i++) {
            var colour = new SimpleStyleableObjectProperty<>(OWN.get(i), this, NAMES.get(i), Color.GRAY);
            colour.subscribe(changed -> onChange.run());
            colours.add(colour);
        }
    }

    ChartColors colors() {
        List<Integer> argb = colours.stream()
                .map(colour -> argb(colour.get() == null ? Color.GRAY : colour.get()))
                .toList();
        return new ChartColors(
                argb.get(0),
                argb.get(1),
                argb.get(2),
                argb.get(3),
                argb.get(4),
                argb.get(5),
                argb.get(6),
                argb.subList(NAMES.size() - TRACES, NAMES.size()));
    }

    /** The colour of a trace, for nodes that cannot be styled by class. */
    Color trace(int index) {
        return colours.get(NAMES.size() - TRACES + index % TRACES).get();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    static int argb(Color colour) {
        return 0xff000000
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("surface", "grid", "ink", "critical", "high", "medium", "stale"));
        for (int i = 1; i <= TRACES; i++) {
            names.add("trace-" + i);
        }
        return List.copyOf(names);
    }

    private static List<CssMetaData<ChartPalette, Color>> ownMetaData() {
        List<CssMetaData<ChartPalette, Color>> own = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            int index = i;
            own.add(new CssMetaData<>("-psh-chart-" + NAMES.get(i), ColorConverter.getInstance(), Color.GRAY) {
                @Override
                public boolean isSettable(ChartPalette palette) {
                    return !palette.colours.get(index).isBound();
                }

                @Override
                public StyleableProperty<Color> getStyleableProperty(ChartPalette palette) {
                    return palette.colours.get(index);
                }
            });
        }
        return List.copyOf(own);
    }

    private static List<CssMetaData<? extends Styleable, ?>> allMetaData() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(OWN);
        return List.copyOf(all);
    }
}
