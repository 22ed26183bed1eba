package com.prosynchub.ui.imports;

import com.prosynchub.service.metric.ImportPreview;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of the file as the mapping understands it. {@code problem} is empty where the line would be taken. */
record PreviewRow(long line, String asset, @Nullable Instant time, Map<String, Double> values, String problem) {

    static PreviewRow of(ImportPreview.Line line) {
        return new PreviewRow(
                line.number(),
                line.asset() == null ? "" : line.asset(),
                line.time(),
                line.values(),
                line.problem() == null ? "" : line.problem());
    }

    boolean good() {
        return problem.isEmpty();
    }
}
