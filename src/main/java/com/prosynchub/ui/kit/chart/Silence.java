package com.prosynchub.ui.kit.chart;

import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Notices when a source no longer answers, tells the chart since when, and marks the hole once it answers again. A question
 * that stays unanswered counts like one that failed. FX thread.
 */
final class Silence {
    /** A question for the newest samples that is not answered by then is not going to be soon. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TrendModel model;
    private final Map<UUID, Instant> asked = new HashMap<>();
    private final Map<UUID, Instant> silent = new HashMap<>();

    Silence(TrendModel model) {
        this.model = model;
    }

    /** Whether a new question makes sense, which is then taken for asked; not while one is on its way. */
    boolean mayAsk(UUID asset) {
        Instant now = Instant.ofEpochMilli(model.now());
        Instant before = asked.putIfAbsent(asset, now);
        if (before != null && !now.isBefore(before.plus(PATIENCE))) {
            silent.putIfAbsent(asset, before);
            tell();
        }
        return before == null;
    }

    void failed(UUID asset) {
        Instant before = asked.remove(asset);
        silent.putIfAbsent(asset, before == null ? Instant.ofEpochMilli(model.now()) : before);
        tell();
    }

    /** An answer with so many samples that were not known; whether it ended a silence. */
    boolean answered(UUID asset, int fresh) {
        asked.remove(asset);
        Instant since = silent.remove(asset);
        if (since == null) {
            return false;
        }
        Instant now = Instant.ofEpochMilli(model.now());
        String text = fresh == 0
                ? Messages.kit().text("chart.hole.empty")
                : Messages.kit().text("chart.hole.filled", fresh);
        model.addHole(since, now.isAfter(since) ? now : since.plusMillis(1), text);
        tell();
        return true;
    }

    void forget() {
        asked.clear();
        silent.clear();
        tell();
    }

    private void tell() {
        model.silentSinceProperty()
                .set(silent.values().stream().min(Instant::compareTo).orElse(null));
    }
}
