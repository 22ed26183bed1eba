package com.prosynchub.data.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import com.prosynchub.data.MetricRollupRepository;
import com.prosynchub.model.metric.RollupBlock;
import com.prosynchub.model.metric.RollupLevel;
import com.prosynchub.model.metric.RollupMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** {@code assetMetricRollups} and {@code assetMetricRollupMarks}. Safe for all threads. */
final class MongoMetricRollups implements MetricRollupRepository {
    /** Blocks sent at once: each may hold some twenty thousand bytes. */
    private static final int AT_ONCE = 200;

    private static final int FETCH = 1000;

    private final MongoCollection<RollupBlock> blocks;
    private final MongoCollection<RollupMark> marks;

    MongoMetricRollups(MongoCollection<RollupBlock> blocks, MongoCollection<RollupMark> marks) {
        this.blocks = blocks;
        this.marks = marks;
    }

    @Override
    public List<RollupBlock> blocks(UUID assetId, RollupLevel level, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        String first = RollupBlockCodec.prefix(assetId, level, level.blockOf(from.toEpochMilli()));
        // No metric's name begins with a sign above all letters.
        String last = RollupBlockCodec.prefix(assetId, level, level.blockOf(to.toEpochMilli() - 1)) + "~";
        return found(and(gte("_id", first), lt("_id", last)));
    }

    @Override
    public List<RollupBlock> blocks(UUID assetId, RollupLevel level, Instant from, Instant to, Set<String> metrics) {
        List<String> ids = new ArrayList<>();
        for (Instant block = level.blockOf(from.toEpochMilli());
                from.isBefore(to) && block.isBefore(to);
                block = block.plusMillis(level.block())) {
            String prefix = RollupBlockCodec.prefix(assetId, level, block);
            metrics.forEach(metric -> ids.add(prefix + metric));
        }
        return ids.isEmpty() ? List.of() : found(in("_id", ids));
    }

    private List<RollupBlock> found(Bson filter) {
        return Calls.get(() -> blocks.find(filter).batchSize(FETCH).into(new ArrayList<>()));
    }

    @Override
    public boolean put(Collection<RollupBlock> changed) {
        List<RollupBlock> all = List.copyOf(changed);
        boolean stored = true;
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            stored &= putSome(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
        }
        return stored;
    }

    private boolean putSome(List<RollupBlock> some) {
        List<WriteModel<RollupBlock>> models = new ArrayList<>();
        int known = 0;
        for (RollupBlock block : some) {
            if (block.revision() == 0) {
                models.add(new InsertOneModel<>(block));
            } else {
                known++;
                models.add(new ReplaceOneModel<>(
                        and(eq("_id", RollupBlockCodec.id(block)), eq("revision", block.revision())), block));
            }
        }
        int expected = known;
        return Calls.get(() -> {
            try {
                BulkWriteResult result = blocks.bulkWrite(models, new BulkWriteOptions().ordered(false));
                return result.getMatchedCount() == expected;
            } catch (MongoBulkWriteException thrown) {
                boolean onlyTaken = thrown.getWriteConcernError() == null
                        && thrown.getWriteErrors().stream()
                                .allMatch(e -> e.getCategory() == ErrorCategory.DUPLICATE_KEY);
                if (!onlyTaken) {
                    throw thrown;
                }
                return false;
            }
        });
    }

    @Override
    public List<RollupMark> mark(Collection<RollupMark> fresh) {
        List<RollupMark> stored = fresh.stream()
                .map(mark -> mark.stored(new ObjectId().toHexString()))
                .toList();
        if (!stored.isEmpty()) {
            Calls.run(() -> marks.insertMany(stored, new InsertManyOptions().ordered(false)));
        }
        return stored;
    }

    @Override
    public List<RollupMark> marks(UUID assetId) {
        return Calls.get(() -> marks.find(in("asset_id", assetId, RollupMark.EVERY_ASSET))
                .batchSize(FETCH)
                .into(new ArrayList<>()));
    }

    @Override
    public List<RollupMark> oldestMarks(int limit) {
        return Calls.get(
                () -> marks.find().sort(Sorts.ascending("_id")).limit(limit).into(new ArrayList<>()));
    }

    @Override
    public void unmark(Collection<RollupMark> done) {
        List<ObjectId> ids = done.stream()
                .map(RollupMark::id)
                .filter(Objects::nonNull)
                .map(ObjectId::new)
                .toList();
        if (!ids.isEmpty()) {
            Calls.run(() -> marks.deleteMany(in("_id", ids)));
        }
    }
}
