package com.prosynchub.ui.kit.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javafx.scene.Scene;

/**
 * Dresses a scene: AtlantaFX below, our tokens and sheets above, all of it at a scale. FX thread.
 *
 * <p>Scaling multiplies every pixel length in the sheets, so that rows, paddings and type grow together and text is laid out
 * anew instead of being magnified.
 */
public final class ThemeManager {
    /** The smallest and largest scale, in percent. */
    public static final int MIN_SCALE = 100;

    public static final int MAX_SCALE = 200;

    private static final List<String> SHEETS = List.of("base", "controls", "tables", "kit", "chart", "trends", "shell");
    private static final Pattern PIXELS = Pattern.compile("(?<![\\w#-])(\\d+(?:\\.\\d+)?)px");
    private static final Map<String, String> SCALED = new ConcurrentHashMap<>();

    private ThemeManager() {}

    /** Dresses the scene; may be called again at any time to change theme or scale. Scale is clamped to 100..200 %. */
    public static void apply(Scene scene, Theme theme, int scalePercent) {
        int scale = Math.clamp(scalePercent, MIN_SCALE, MAX_SCALE);
        scene.setUserAgentStylesheet(address(theme.basePath(), scale));
        List<String> sheets = new ArrayList<>();
        sheets.add(address(theme.tokensPath(), scale));
        for (String sheet : SHEETS) {
            sheets.add(address("/com/prosynchub/ui/theme/" + sheet + ".css", scale));
        }
        scene.getStylesheets().setAll(sheets);
    }

    private static String address(String path, int scale) {
        URL url = Objects.requireNonNull(ThemeManager.class.getResource(path), path);
        return scale == MIN_SCALE
                ? url.toExternalForm()
                : SCALED.computeIfAbsent(path + "@" + scale, key -> scaled(url, scale));
    }

    private static String scaled(URL url, int scale) {
        try (InputStream in = url.openStream()) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String larger = scaleLengths(css, scale / 100.0);
            return "data:text/css;base64,"
                    + Base64.getEncoder().encodeToString(larger.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Multiplies every length in pixels; hairlines of one pixel stay. */
    static String scaleLengths(String css, double factor) {
        return PIXELS.matcher(css).replaceAll(match -> {
            double length = Double.parseDouble(match.group(1));
            return length <= 1 ? match.group() : String.format(Locale.ROOT, "%.2fpx", length * factor);
        });
    }
}
