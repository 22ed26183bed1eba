package com.prosynchub.data.postgres;

import com.prosynchub.data.AssetMetricRepository;
import com.prosynchub.data.postgres.MetricQueries.MetricKey;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.model.metric.MetricSample;
import jakarta.data.Limit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Current metrics in PostgreSQL. Safe for all threads but the forbidden one. */
final class PostgresMetrics implements AssetMetricRepository {
    private static final int MOST = 10_000;

    private final Link link;
    private final Writes<AssetMetricEntity, AssetMetric> writes;

    PostgresMetrics(Link link) {
        this.link = link;
        writes = new Writes<>(link, AssetMetricEntity.class, e -> e.revision, PostgresMetrics::record);
    }

    @Override
    public List<AssetMetric> ofAsset(UUID assetId) {
        return read(q -> q.ofAsset(assetId));
    }

    @Override
    public List<AssetMetric> ofAssets(Collection<UUID> assetIds) {
        return assetIds.isEmpty() ? List.of() : read(q -> q.ofAssets(assetIds, Limit.of(MOST)));
    }

    @Override
    public List<AssetMetric> outsideLimits(int limit) {
        return read(q -> q.outsideLimits(Limit.of(limit)));
    }

    @Override
    public AssetMetric insert(AssetMetric metric) {
        FieldChecks.demand(MetricRules.check(metric));
        return writes.insert(row(metric), metric.id());
    }

    @Override
    public void insertMissing(Collection<AssetMetric> metrics) {
        if (metrics.isEmpty()) {
            return;
        }
        metrics.forEach(m -> FieldChecks.demand(MetricRules.check(m)));
        Set<UUID> assets = new HashSet<>();
        metrics.forEach(m -> assets.add(m.assetId()));
        try {
            addMissing(metrics, assets);
        } catch (FailureException e) {
            // Somebody else may just have added one of them: then it is no longer missing.
            if (!(e.failure() instanceof Failure.Invalid) || link.hasWritten()) {
                throw e;
            }
            addMissing(metrics, assets);
        }
    }

    private void addMissing(Collection<AssetMetric> metrics, Set<UUID> assets) {
        link.write(u -> {
            Set<MetricKey> there = new HashSet<>(new MetricQueries_(u.stateless()).keys(assets));
            List<AssetMetricEntity> missing = metrics.stream()
                    .filter(m -> there.add(new MetricKey(m.assetId(), m.name())))
                    .map(PostgresMetrics::row)
                    .toList();
            u.stateless().insertMultiple(missing);
            return null;
        });
    }

    @Override
    public SaveResult<AssetMetric> updateLimits(AssetMetric metric) {
        FieldChecks.demand(MetricRules.check(metric));
        return writes.update(metric.id(), metric, metric.revision(), e -> edit(e, metric));
    }

    @Override
    public void corrected(MetricSample before, MetricSample after) {
        link.write(u -> SqlRows.of(u, "select auth.corrected(?, ?::jsonb, ?::jsonb)", r -> true, s -> {
            s.setObject(1, after.assetId());
            s.setString(2, json(before));
            s.setString(3, json(after));
        }));
    }

    /** Names of metrics are words of plain letters, so nothing in it needs escaping. */
    private static String json(MetricSample sample) {
        StringJoiner values = new StringJoiner(", ", "{\"at\": \"" + sample.timestamp() + "\", ", "}");
        new TreeMap<>(sample.metrics()).forEach((metric, value) -> values.add("\"" + metric + "\": " + value));
        return values.toString();
    }

    @Override
    public SaveResult<UUID> delete(UUID metricId, int revision) {
        return writes.delete("call app.asset_metric_delete(?, ?)", metricId, revision);
    }

    private List<AssetMetric> read(Function<MetricQueries, List<AssetMetricEntity>> query) {
        return link.read(u -> query.apply(new MetricQueries_(u.stateless())).stream()
                .map(PostgresMetrics::record)
                .toList());
    }

    private static AssetMetric record(AssetMetricEntity e) {
        return new AssetMetric(
                e.id,
                e.assetId,
                e.name,
                e.value,
                e.unit,
                new MetricLimits(e.minThreshold, e.maxThreshold, e.warningThreshold, e.criticalThreshold),
                Times.instant(e.updatedAt),
                e.revision);
    }

    private static AssetMetricEntity row(AssetMetric m) {
        AssetMetricEntity e = new AssetMetricEntity();
        e.id = m.id();
        e.assetId = m.assetId();
        e.name = m.name();
        e.value = m.value();
        edit(e, m);
        return e;
    }

    private static void edit(AssetMetricEntity e, AssetMetric m) {
        e.unit = m.unit();
        e.minThreshold = m.limits().min();
        e.maxThreshold = m.limits().max();
        e.warningThreshold = m.limits().warning();
        e.criticalThreshold = m.limits().critical();
    }
}
