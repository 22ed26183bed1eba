package com.prosynchub.data.mongo;

/** The six collections of the schema, two that sum up history, and one that remembers the versions of all. */
enum Name {
    ASSET_METRICS_HISTORY("assetMetricsHistory"),
    USER_ACTIVITY_FEED("userActivityFeed"),
    NOTIFICATIONS("notifications"),
    WORK_ORDER_COMMENTS("workOrderComments"),
    AUDIT_LOGS("auditLogs"),
    PREDICTIVE_MAINTENANCE_RESULTS("predictiveMaintenanceResults"),

    /** Extension collection: history summed up. */
    ASSET_METRIC_ROLLUPS("assetMetricRollups"),

    /** Extension collection: where the sums may be behind. */
    ASSET_METRIC_ROLLUP_MARKS("assetMetricRollupMarks");

    /** Extension collection: which version of its definition each collection was set up with. */
    static final String VERSIONS = "schemaVersions";

    private final String text;

    Name(String text) {
        this.text = text;
    }

    /** The collection's name in the database. */
    String text() {
        return text;
    }
}
