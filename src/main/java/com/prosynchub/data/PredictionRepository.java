package com.prosynchub.data;

import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.prediction.Prediction;
import java.util.UUID;

/** Results of predictive maintenance. */
public interface PredictionRepository {
    /** Stores one and returns it with its id; one that carries an id already is stored under it, and once only. */
    Prediction insert(Prediction prediction);

    /** Newest first. */
    Page<Prediction> ofAsset(UUID assetId, PageRequest page);
}
