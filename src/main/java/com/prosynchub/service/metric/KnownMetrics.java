package com.prosynchub.service.metric;

import com.prosynchub.data.IngestStore;
import com.prosynchub.data.IngestStore.Known;
import com.prosynchub.model.metric.MetricDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this process remembers of the metrics that it takes samples of, so that a batch needs no look-up. It may be behind
 * the store, which then says so and takes nothing of the metric. One thread at a time.
 */
final class KnownMetrics {
    /** That an asset or a metric is not there is believed this long. */
    private static final long UNKNOWN_NANOS = Duration.ofSeconds(5).toNanos();

    /** Far more than a plant has; a file with more distinct assets starts over. */
    private static final int MOST_ASSETS = 20_000;

    private final IngestStore store;
    private final LongSupplier nanos;
    private final Map<UUID, Remembered> assets = new HashMap<>();

    KnownMetrics(IngestStore store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    /** An asset's metrics, or that there is no such asset. */
    private static final class Remembered {
        private final Map<String, MetricDefinition> metrics;
        private final boolean there;
        private final long asked;
        private boolean assessed;

        private Remembered(@Nullable Known known, long asked) {
            this.there = known != null;
            this.metrics = known == null ? Map.of() : new HashMap<>(known.metrics());
            this.assessed = known != null && known.assessed();
            this.asked = asked;
        }
    }

    /** Asks the store for those assets of which too little is remembered to judge these metrics. */
    void prepare(Map<UUID, ? extends Collection<String>> wanted) {
        if (assets.size() > MOST_ASSETS) {
            assets.clear();
        }
        long now = nanos.getAsLong();
        List<UUID> missing = new ArrayList<>();
        wanted.forEach((asset, names) -> {
            Remembered there = assets.get(asset);
            if (there == null
                    || (now - there.asked > UNKNOWN_NANOS
                            && !there.metrics.keySet().containsAll(names))) {
                missing.add(asset);
            }
        });
        load(missing);
    }

    private void load(Collection<UUID> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        long now = nanos.getAsLong();
        Map<UUID, Known> found = store.definitions(wanted);
        wanted.forEach(asset -> assets.put(asset, new Remembered(found.get(asset), now)));
    }

    /** Whether there is such an asset. */
    boolean isThere(UUID asset) {
        Remembered there = assets.get(asset);
        return there != null && there.there;
    }

    /** A metric of an asset; null when it has none of that name. */
    @Nullable
    MetricDefinition metric(UUID asset, String name) {
        Remembered there = assets.get(asset);
        return there == null ? null : there.metrics.get(name);
    }

    /** Whether status and health of the asset were never computed. */
    boolean isNew(UUID asset) {
        Remembered there = assets.get(asset);
        return there != null && !there.assessed;
    }

    /** Notes what the store took. */
    void took(Collection<IngestStore.Judged> judged, Set<UUID> stale, Set<UUID> assessed) {
        for (IngestStore.Judged value : judged) {
            MetricDefinition metric = value.metric();
            Remembered there = assets.get(metric.assetId());
            if (there != null && !stale.contains(metric.id())) {
                there.metrics.put(
                        metric.name(),
                        metric.after(
                                value.at(),
                                value.state() == null ? metric.state() : value.state(),
                                value.state() != null));
            }
        }
        for (UUID asset : assessed) {
            Remembered there = assets.get(asset);
            if (there != null) {
                there.assessed = true;
            }
        }
    }

    /** Asks the store again for the assets whose metrics these are. */
    void refresh(Collection<IngestStore.Judged> judged, Set<UUID> stale) {
        Set<UUID> again = new HashSet<>();
        judged.stream()
                .map(IngestStore.Judged::metric)
                .filter(metric -> stale.contains(metric.id()))
                .forEach(metric -> again.add(metric.assetId()));
        load(again);
    }

    /** Forgets everything; what is remembered may be behind after a failure. */
    void forget() {
        assets.clear();
    }
}
