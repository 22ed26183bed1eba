package com.prosynchub.service.metric;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.service.metric.ReadingParser.RefusedException;
import com.prosynchub.service.metric.mapping.ImportMapping;
import com.prosynchub.service.metric.mapping.ImportMapping.AssetRule;
import com.prosynchub.service.metric.mapping.ImportMapping.MetricColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the assets that rows speak of and, where the mapping says so, creates them with their metrics; in a dry run it
 * only counts what it would create. Each asset is looked up once. For one thread.
 */
final class ImportTargets {
    private static final int HITS = 50;

    private final RelationalSession session;
    private final ImportMapping mapping;
    private final boolean dryRun;
    private final Map<String, Target> targets = new HashMap<>();
    private final Map<String, UUID> parents = new HashMap<>();
    private final Map<String, Integer> types = new HashMap<>();
    private final List<String> createdAssets = new ArrayList<>();
    private final List<String> createdTypes = new ArrayList<>();
    private long createdAssetCount;
    private long createdMetricCount;

    ImportTargets(RelationalSession session, ImportMapping mapping, boolean dryRun) {
        this.session = session;
        this.mapping = mapping;
        this.dryRun = dryRun;
    }

    /** An asset, or why rows of it are refused; and the metrics that it can not take. */
    private record Target(@Nullable UUID id, String refusal, Map<String, String> refusedMetrics) {}

    /** The asset of a row; refuses the row when there is none or when it can not take a value. */
    UUID resolve(Reading.Sample sample) throws RefusedException {
        Target target = targets.get(sample.key());
        if (target == null) {
            target = target(sample);
            targets.put(sample.key(), target);
        }
        if (target.id == null) {
            throw new RefusedException(target.refusal);
        }
        for (String metric : sample.values().keySet()) {
            String refusal = target.refusedMetrics.get(metric);
            if (refusal != null) {
                throw new RefusedException(refusal);
            }
        }
        return target.id;
    }

    private Target target(Reading.Sample sample) {
        try {
            UUID id = find(sample.asset(), sample.serial());
            boolean isNew = id == null;
            if (id == null) {
                id = create(sample);
            }
            return new Target(id, "", metrics(id, sample.asset(), isNew));
        } catch (RefusedException refused) {
            return new Target(null, String.valueOf(refused.getMessage()), Map.of());
        }
    }

    private @Nullable UUID find(String name, @Nullable String serial) throws RefusedException {
        if (serial != null) {
            return session.assets().idsBySerial(List.of(serial)).get(serial);
        }
        List<UUID> ids = session.assets().search(name, HITS).stream()
                .map(hit -> hit.node())
                .filter(node -> node.name().equals(name))
                .map(node -> node.id())
                .toList();
        if (ids.size() > 1) {
            throw new RefusedException("several assets are called “" + name + "”: tell them apart with asset.serial");
        }
        return ids.isEmpty() ? null : ids.getFirst();
    }

    private UUID create(Reading.Sample sample) throws RefusedException {
        AssetRule rule = mapping.asset();
        if (!rule.createAssets()) {
            throw new RefusedException(
                    sample.serial() == null
                            ? "there is no asset “" + sample.asset() + "”"
                            : "there is no asset with the serial number “" + sample.serial() + "”");
        }
        return insert(sample.asset(), sample.serial(), parent(rule));
    }

    private UUID insert(String name, @Nullable String serial, @Nullable UUID parent) throws RefusedException {
        int type = type();
        Integer location = location();
        UUID id = UUID.randomUUID();
        if (!dryRun) {
            creating("the asset “" + name + "”", () -> session.assets()
                    .insert(asset(id, name, serial, type, location, parent)));
        }
        createdAssetCount++;
        if (createdAssets.size() < ImportReport.MOST_LISTED) {
            createdAssets.add(name);
        }
        return id;
    }

    private @Nullable UUID parent(AssetRule rule) throws RefusedException {
        String name = rule.parent();
        if (name == null) {
            return null;
        }
        UUID known = parents.get(name);
        if (known == null) {
            known = session.assets().idsBySerial(List.of(name)).get(name);
            if (known == null) {
                known = find(name, null);
            }
            if (known == null) {
                known = insert(name, null, null);
            }
            parents.put(name, known);
        }
        return known;
    }

    private int type() throws RefusedException {
        String name = mapping.asset().type();
        if (name == null) {
            throw new RefusedException("the mapping names no asset type for new assets");
        }
        Integer known = types.get(name);
        if (known == null) {
            known = session.assetTypes().all().stream()
                    .filter(t -> t.name().equalsIgnoreCase(name))
                    .map(AssetType::id)
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                known = newType(name);
            }
            types.put(name, known);
        }
        return known;
    }

    private int newType(String name) throws RefusedException {
        if (!mapping.asset().createTypes()) {
            throw new RefusedException("there is no asset type “" + name + "”");
        }
        createdTypes.add(name);
        return dryRun
                ? 0
                : creating("the asset type “" + name + "”", () -> session.assetTypes()
                                .insert(new AssetType(0, name, null, null, 0)))
                        .id();
    }

    private @Nullable Integer location() throws RefusedException {
        String name = mapping.asset().location();
        if (name == null) {
            return null;
        }
        List<Integer> ids = session.locations().all().stream()
                .filter(l -> l.name().equalsIgnoreCase(name))
                .map(Location::id)
                .toList();
        if (ids.size() != 1) {
            throw new RefusedException(
                    (ids.isEmpty() ? "there is no location “" : "several locations are called “") + name + "”");
        }
        return ids.getFirst();
    }

    /** Defines what is missing, and says for each metric that can not be taken why. */
    private Map<String, String> metrics(UUID asset, String name, boolean isNew) {
        Map<String, AssetMetric> there = isNew
                ? Map.of()
                : session.metrics().ofAsset(asset).stream()
                        .collect(Collectors.toMap(AssetMetric::name, Function.identity()));
        Map<String, String> refused = new LinkedHashMap<>();
        List<AssetMetric> missing = new ArrayList<>();
        for (MetricColumn column : mapping.metrics()) {
            AssetMetric metric = there.get(column.name());
            if (metric == null && mapping.asset().createMetrics()) {
                missing.add(new AssetMetric(
                        UUID.randomUUID(), asset, column.name(), null, column.unit(), column.limits(), null, 0));
            } else if (metric == null) {
                refused.put(column.name(), "“" + name + "” has no metric " + column.name());
            } else if (column.unit() != null
                    && metric.unit() != null
                    && !column.unit().equals(metric.unit())) {
                refused.put(
                        column.name(),
                        "the metric " + column.name() + " of “" + name + "” is kept in " + metric.unit()
                                + "; the mapping says " + column.unit());
            }
        }
        if (!dryRun && !missing.isEmpty()) {
            session.metrics().insertMissing(missing);
        }
        createdMetricCount += missing.size();
        return refused;
    }

    private static Asset asset(
            UUID id,
            String name,
            @Nullable String serial,
            int type,
            @Nullable Integer location,
            @Nullable UUID parent) {
        return new Asset(
                id,
                name,
                null,
                type,
                AssetStatus.OPERATIONAL,
                null,
                location,
                null,
                null,
                serial,
                null,
                null,
                null,
                null,
                null,
                null,
                parent,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    /** What the store finds invalid, or in no place of the person's, is the row's fault; everything else ends the import. */
    private static <T> T creating(String what, java.util.function.Supplier<T> creation) throws RefusedException {
        try {
            return creation.get();
        } catch (FailureException thrown) {
            if (thrown.failure() instanceof Failure.Invalid invalid) {
                throw new RefusedException(what + " can not be created: "
                        + invalid.violations().stream()
                                .map(v -> v.field() + " " + v.rule())
                                .collect(Collectors.joining(", ")));
            }
            if (thrown.failure() instanceof Failure.Denied denied
                    && denied.reason() == Failure.DeniedReason.PERMISSION
                    && denied.permission() == null) {
                throw new RefusedException(what + " can not be created: it would stand outside your places");
            }
            throw thrown;
        }
    }

    List<String> createdAssets() {
        return createdAssets;
    }

    List<String> createdTypes() {
        return createdTypes;
    }

    long createdAssetCount() {
        return createdAssetCount;
    }

    long createdMetricCount() {
        return createdMetricCount;
    }
}
