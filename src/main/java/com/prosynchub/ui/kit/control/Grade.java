package com.prosynchub.ui.kit.control;

import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.metric.Severity;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.StyleSwap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;

/** How something stands, as it is shown: the severities of a value, and staleness. Each has shape, letter and colour. */
public enum Grade {
    NORMAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL,
    STALE;

    private static final List<String> CLASSES =
            Arrays.stream(values()).map(Grade::styleClass).toList();

    public static Grade of(Severity severity) {
        return switch (severity) {
            case NORMAL -> NORMAL;
            case LOW -> LOW;
            case MEDIUM -> MEDIUM;
            case HIGH -> HIGH;
            case CRITICAL -> CRITICAL;
        };
    }

    public static Grade of(Priority priority) {
        return switch (priority) {
            case LOW -> NORMAL;
            case MEDIUM -> LOW;
            case HIGH -> HIGH;
            case CRITICAL -> CRITICAL;
        };
    }

    public static Grade of(AssetStatus status) {
        return switch (status) {
            case OPERATIONAL, UNDER_MAINTENANCE -> NORMAL;
            case WARNING -> MEDIUM;
            case CRITICAL -> CRITICAL;
            case OFFLINE -> STALE;
        };
    }

    /** The word in the display language. */
    public String label() {
        return Messages.kit().text("severity." + word());
    }

    /** The letter beside the shape; empty for normal. */
    public String letter() {
        return this == NORMAL ? "" : Messages.kit().text("severity." + word() + ".letter");
    }

    public String styleClass() {
        return "psh-" + word();
    }

    /** Gives the node this grade's style class and takes every other grade's away. */
    public void dress(Node node) {
        StyleSwap.choose(node, CLASSES, styleClass());
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
