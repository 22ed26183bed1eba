package com.prosynchub.data;

import com.prosynchub.model.health.StoreStatus;
import java.util.Map;

/** The document store. Safe for all threads but the FX thread. */
public interface DocumentStore extends AutoCloseable {

    /** Asks the store how it is; never throws. */
    StoreStatus status();

    /** Creates or upgrades collections, validators and indexes; running it again changes nothing. Needs the deployer's login. */
    void setUp();

    /** Documents by collection name, of those collections that the login may read. */
    Map<String, Long> counts();

    MetricHistoryRepository metricHistory();

    MetricRollupRepository metricRollups();

    ActivityRepository activities();

    NotificationRepository notifications();

    CommentRepository comments();

    AuditLogRepository auditLogs();

    PredictionRepository predictions();

    @Override
    void close();
}
