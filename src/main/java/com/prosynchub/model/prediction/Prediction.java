package com.prosynchub.model.prediction;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Result of one run of a predictive algorithm for one asset.
 *
 * @param id 24 hexadecimal digits; null before it is stored
 * @param type upper snake case, such as {@code REMAINING_USEFUL_LIFE}
 * @param probability 0 to 1, null where the algorithm gives none
 * @param lower lower end of the confidence interval, at most {@code upper}
 */
public record Prediction(
        @Nullable String id,
        UUID assetId,
        String type,
        double prediction,
        @Nullable Double probability,
        @Nullable Double lower,
        @Nullable Double upper,
        Map<String, Object> inputFeatures,
        String modelVersion,
        Instant createdAt) {
    public Prediction {
        inputFeatures = Map.copyOf(inputFeatures);
    }
}
