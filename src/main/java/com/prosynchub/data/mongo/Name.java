package com.prosynchub.data.mongo;

/** The six collections of the schema, and ours that remembers their versions. */
enum Name {
    ASSET_METRICS_HISTORY("assetMetricsHistory"),
    USER_ACTIVITY_FEED("userActivityFeed"),
    NOTIFICATIONS("notifications"),
    WORK_ORDER_COMMENTS("workOrderComments"),
    AUDIT_LOGS("auditLogs"),
    PREDICTIVE_MAINTENANCE_RESULTS("predictiveMaintenanceResults");

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
