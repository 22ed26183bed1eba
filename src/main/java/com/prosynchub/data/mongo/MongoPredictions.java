package com.prosynchub.data.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.prosynchub.data.DocumentRules;
import com.prosynchub.data.PredictionRepository;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.prediction.Prediction;
import java.util.UUID;

/** {@code predictiveMaintenanceResults}. Safe for all threads. */
final class MongoPredictions implements PredictionRepository {
    private final MongoCollection<Prediction> collection;
    private final KeysetPager<Prediction> pager;

    MongoPredictions(MongoCollection<Prediction> collection) {
        this.collection = collection;
        this.pager = new KeysetPager<>(collection, "created_at", true);
    }

    @Override
    public Prediction insert(Prediction prediction) {
        DocumentRules.check(prediction);
        Prediction stored = new Prediction(
                Inserts.idOrNew(prediction.id()),
                prediction.assetId(),
                prediction.type(),
                prediction.prediction(),
                prediction.probability(),
                prediction.lower(),
                prediction.upper(),
                prediction.inputFeatures(),
                prediction.modelVersion(),
                prediction.createdAt());
        Inserts.once(collection, stored);
        return stored;
    }

    @Override
    public Page<Prediction> ofAsset(UUID assetId, PageRequest page) {
        return pager.page(eq("asset_id", assetId), page);
    }
}
