package com.prosynchub.ui.trends;

import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.util.UUID;

/** One row of the tree from which metrics are picked. Immutable. */
public sealed interface PickerRow {
    /** What is shown. */
    String text();

    /** An asset, which opens on its metrics and the assets below it. */
    record Branch(UUID id, String name, String text) implements PickerRow {}

    /** A metric that can be drawn. */
    record Leaf(Line line, String text) implements PickerRow {}

    /** Says that nothing is there, or that more is there than is shown. */
    record Remark(String text) implements PickerRow {}
}
