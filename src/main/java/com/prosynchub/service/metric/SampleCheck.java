package com.prosynchub.service.metric;

import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.ingest.IngestRules;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.ingest.RefusedValue.Reason;
import com.prosynchub.model.metric.MetricDefinition;
import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.model.metric.MetricSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parts a batch into samples that can be stored and values that are refused. Used once, by one thread. */
final class SampleCheck {
    private final KnownMetrics known;
    private final Instant now;
    private final List<MetricSample> good = new ArrayList<>();
    private final List<RefusedValue> refused = new ArrayList<>();

    SampleCheck(KnownMetrics known, Instant now) {
        this.known = known;
        this.now = now;
    }

    /** Looks at every sample; what the metrics are was asked before. */
    SampleCheck of(Collection<IncomingSample> samples) {
        samples.forEach(this::look);
        return this;
    }

    private void look(IncomingSample sample) {
        Reason whole = whole(sample);
        if (whole != null) {
            String detail = whole == Reason.TOO_MANY ? String.valueOf(MetricRules.MOST_METRICS) : "";
            sample.values().forEach((metric, value) -> refuse(sample, metric, value, whole, detail));
            return;
        }
        Map<String, Double> kept = sample.values();
        for (Map.Entry<String, Double> value : sample.values().entrySet()) {
            if (!isTaken(sample, value.getKey(), value.getValue())) {
                kept = kept == sample.values() ? new LinkedHashMap<>(kept) : kept;
                kept.remove(value.getKey());
            }
        }
        if (!kept.isEmpty()) {
            good.add(new MetricSample(sample.assetId(), sample.at(), kept));
        }
    }

    private @Nullable Reason whole(IncomingSample sample) {
        Reason time = IngestRules.time(sample.at(), now);
        if (time != null) {
            return time;
        }
        if (sample.values().size() > MetricRules.MOST_METRICS) {
            return Reason.TOO_MANY;
        }
        return known.isThere(sample.assetId()) ? null : Reason.UNKNOWN_ASSET;
    }

    private boolean isTaken(IncomingSample sample, String metric, double value) {
        MetricDefinition definition = known.metric(sample.assetId(), metric);
        if (definition == null) {
            Reason name = IngestRules.name(metric);
            return refuse(sample, metric, value, name == null ? Reason.UNKNOWN_METRIC : name, "");
        }
        Reason number = IngestRules.value(value);
        if (number != null) {
            return refuse(sample, metric, value, number, "");
        }
        String unit = sample.units().get(metric);
        if (unit != null && definition.unit() != null && !unit.equals(definition.unit())) {
            return refuse(sample, metric, value, Reason.WRONG_UNIT, definition.unit());
        }
        return true;
    }

    private boolean refuse(IncomingSample sample, String metric, double value, Reason reason, String detail) {
        refused.add(new RefusedValue(
                sample.assetId(), metric, value, sample.units().get(metric), sample.at(), reason, detail));
        return false;
    }

    /** What can be stored; samples of one asset at one time are one sample, as the history keeps them. */
    List<MetricSample> good() {
        Map<Key, MetricSample> byTime = HashMap.newHashMap(good.size());
        for (MetricSample sample : good) {
            byTime.merge(new Key(sample.assetId(), sample.timestamp().toEpochMilli()), sample, SampleCheck::joined);
        }
        return byTime.size() == good.size() ? good : List.copyOf(byTime.values());
    }

    private record Key(UUID asset, long millis) {}

    private static MetricSample joined(MetricSample first, MetricSample second) {
        Map<String, Double> values = new HashMap<>(second.metrics());
        values.putAll(first.metrics());
        return new MetricSample(first.assetId(), first.timestamp(), values);
    }

    /** Samples of which something is kept, before those of one time were joined. */
    int kept() {
        return good.size();
    }

    List<RefusedValue> refused() {
        return refused;
    }
}
