package com.prosynchub.data.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.prosynchub.data.DocumentRules;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.MetricRollupRepository;
import com.prosynchub.data.RollupHolds;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.MetricSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.conversions.Bson;

/** {@code assetMetricsHistory}. Safe for all threads. */
final class MongoMetricHistory implements MetricHistoryRepository {
    private static final int FETCH = 1000;
    private static final Bson OLDEST_FIRST = Sorts.ascending("asset_id", "timestamp");
    private static final Bson NEWEST_FIRST = Sorts.descending("asset_id", "timestamp");

    private final MongoCollection<MetricSample> collection;
    private final MetricRollupRepository rollups;
    private final RollupHolds holds;

    MongoMetricHistory(MongoCollection<MetricSample> collection, MetricRollupRepository rollups, RollupHolds holds) {
        this.collection = collection;
        this.rollups = rollups;
        this.holds = holds;
    }

    @Override
    public Stored insert(Collection<MetricSample> samples) {
        samples.forEach(DocumentRules::check);
        if (samples.isEmpty()) {
            return new Stored(0, 0);
        }
        return holds.around(samples, rollups::mark, () -> write(samples));
    }

    private Stored write(Collection<MetricSample> samples) {
        return Calls.get(() -> {
            try {
                collection.insertMany(List.copyOf(samples), new InsertManyOptions().ordered(false));
                return new Stored(samples.size(), 0);
            } catch (MongoBulkWriteException thrown) {
                boolean onlyDuplicates = thrown.getWriteConcernError() == null
                        && thrown.getWriteErrors().stream()
                                .allMatch(e -> e.getCategory() == ErrorCategory.DUPLICATE_KEY);
                if (!onlyDuplicates) {
                    throw thrown;
                }
                int duplicates = thrown.getWriteErrors().size();
                return new Stored(samples.size() - duplicates, duplicates);
            }
        });
    }

    @Override
    public Optional<MetricSample> correct(MetricSample values) {
        DocumentRules.check(values);
        List<Bson> changes = new ArrayList<>();
        values.metrics().forEach((metric, value) -> changes.add(Updates.set("metrics." + metric, value)));
        Bson which = and(eq("asset_id", values.assetId()), eq("timestamp", Date.from(values.timestamp())));
        return holds.around(
                List.of(values),
                rollups::mark,
                () -> Optional.ofNullable(
                        Calls.get(() -> collection.findOneAndUpdate(which, Updates.combine(changes)))));
    }

    @Override
    public List<MetricSeries> series(UUID assetId, Set<String> metrics, Instant from, Instant to, int limit) {
        List<String> names = List.copyOf(metrics);
        List<SeriesBuilder> builders = names.stream().map(SeriesBuilder::new).toList();
        points(assetId, names, from, to, limit, (time, values) -> {
            for (int i = 0; i < values.length; i++) {
                builders.get(i).add(time, values[i]);
            }
        });
        return builders.stream().map(SeriesBuilder::build).toList();
    }

    @Override
    public void forEachPoint(UUID assetId, List<String> metrics, Instant from, Instant to, PointReader reader) {
        points(assetId, metrics, from, to, 0, (time, values) -> {
            for (double value : values) {
                if (!Double.isNaN(value)) {
                    reader.read(time, values);
                    break;
                }
            }
        });
    }

    /** @param limit most samples, 0 for all */
    private void points(UUID assetId, List<String> names, Instant from, Instant to, int limit, PointReader reader) {
        List<String> wanted = new ArrayList<>(List.of("timestamp"));
        names.forEach(name -> wanted.add("metrics." + name));
        try (MongoCursor<SeriesPoint> cursor = Calls.get(() -> collection
                .withCodecRegistry(Codecs.with(new SeriesPointCodec(names)))
                .withDocumentClass(SeriesPoint.class)
                .find(range(assetId, from, to))
                .projection(Projections.fields(Projections.excludeId(), Projections.include(wanted)))
                .sort(OLDEST_FIRST)
                .limit(limit)
                .batchSize(FETCH)
                .cursor())) {
            while (Calls.get(cursor::hasNext)) {
                SeriesPoint point = Calls.get(cursor::next);
                reader.read(point.time(), point.values());
            }
        }
    }

    @Override
    public List<UUID> assets() {
        List<UUID> found = new ArrayList<>();
        UUID last = null;
        while (true) {
            Bson further = last == null ? Filters.empty() : gt("asset_id", last);
            MetricSample next =
                    Calls.get(() -> collection.find(further).sort(OLDEST_FIRST).first());
            if (next == null) {
                return found;
            }
            last = next.assetId();
            found.add(last);
        }
    }

    @Override
    public List<MetricSample> newest(UUID assetId, int limit) {
        return Calls.get(() -> collection
                        .find(eq("asset_id", assetId))
                        .sort(NEWEST_FIRST)
                        .limit(limit)
                        .into(new ArrayList<>()))
                .reversed();
    }

    @Override
    public Optional<Span> span(UUID assetId) {
        return Calls.get(() -> {
            MetricSample first =
                    collection.find(eq("asset_id", assetId)).sort(OLDEST_FIRST).first();
            MetricSample last =
                    collection.find(eq("asset_id", assetId)).sort(NEWEST_FIRST).first();
            return first == null || last == null
                    ? Optional.empty()
                    : Optional.of(new Span(first.timestamp(), last.timestamp()));
        });
    }

    @Override
    public long count(UUID assetId, Instant from, Instant to) {
        return Calls.get(() -> collection.countDocuments(range(assetId, from, to)));
    }

    @Override
    public void forEach(UUID assetId, Instant from, Instant to, Consumer<MetricSample> reader) {
        try (MongoCursor<MetricSample> cursor = Calls.get(() -> collection
                .find(range(assetId, from, to))
                .sort(OLDEST_FIRST)
                .batchSize(FETCH)
                .cursor())) {
            while (Calls.get(cursor::hasNext)) {
                reader.accept(Calls.get(cursor::next));
            }
        }
    }

    private static Bson range(UUID assetId, Instant from, Instant to) {
        return and(eq("asset_id", assetId), gte("timestamp", date(from)), lt("timestamp", date(to)));
    }

    /** An instant between two milliseconds rounds up, so that {@code [from, to)} holds to the letter. */
    private static Date date(Instant instant) {
        return instant.equals(Instant.MAX) ? new Date(Long.MAX_VALUE) : clamped(instant);
    }

    private static Date clamped(Instant instant) {
        try {
            return new Date(instant.plusNanos(999_999).toEpochMilli());
        } catch (ArithmeticException | java.time.DateTimeException beyond) {
            return new Date(instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
    }
}
