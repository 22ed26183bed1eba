package com.prosynchub.model.asset;

import com.prosynchub.model.metric.Severity;

/**
 * What an asset's health is computed from; stored beside the score, so that it can be computed again.
 *
 * @param critical metrics beyond their critical limit
 * @param high metrics outside their band
 * @param medium metrics beyond their warning limit
 * @param silent metrics from which nothing was heard for twice the expected interval
 * @param measured metrics that had a value
 * @param overdueDays days since maintenance was due; zero while it is not
 * @param failures corrective work orders of the last twelve months, cancelled ones left out
 * @param monthsPastLife months beyond the expected lifetime; zero within it
 */
public record HealthInputs(
        int critical,
        int high,
        int medium,
        int silent,
        int measured,
        int overdueDays,
        int failures,
        int monthsPastLife) {
    /** The worst that any metric is. */
    public Severity worst() {
        return critical > 0
                ? Severity.CRITICAL
                : high > 0 ? Severity.HIGH : medium > 0 ? Severity.MEDIUM : Severity.NORMAL;
    }
}
