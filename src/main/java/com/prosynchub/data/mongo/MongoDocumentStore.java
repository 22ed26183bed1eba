package com.prosynchub.data.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.prosynchub.data.ActivityRepository;
import com.prosynchub.data.AuditLogRepository;
import com.prosynchub.data.CommentRepository;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.MetricRollupRepository;
import com.prosynchub.data.NotificationRepository;
import com.prosynchub.data.PredictionRepository;
import com.prosynchub.data.RollupHolds;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.health.StoreStatus;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.RollupBlock;
import com.prosynchub.model.metric.RollupMark;
import com.prosynchub.model.notice.Comment;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.prediction.Prediction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** The document store on one client of the driver. Safe for all threads but the FX thread. */
final class MongoDocumentStore implements DocumentStore {
    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoMetricHistory metricHistory;
    private final MongoMetricRollups metricRollups;
    private final MongoActivities activities;
    private final MongoNotifications notifications;
    private final MongoComments comments;
    private final MongoAuditLogs auditLogs;
    private final MongoPredictions predictions;

    MongoDocumentStore(MongoClient client, MongoDatabase database, InstantSource clock) {
        this.client = client;
        this.database = database;
        metricRollups = new MongoMetricRollups(
                database.getCollection(Name.ASSET_METRIC_ROLLUPS.text(), RollupBlock.class),
                database.getCollection(Name.ASSET_METRIC_ROLLUP_MARKS.text(), RollupMark.class));
        metricHistory = new MongoMetricHistory(
                database.getCollection(Name.ASSET_METRICS_HISTORY.text(), MetricSample.class),
                metricRollups,
                new RollupHolds(System::nanoTime, clock));
        activities = new MongoActivities(database.getCollection(Name.USER_ACTIVITY_FEED.text(), Activity.class));
        notifications = new MongoNotifications(database.getCollection(Name.NOTIFICATIONS.text(), Notification.class));
        comments = new MongoComments(database.getCollection(Name.WORK_ORDER_COMMENTS.text(), Comment.class));
        auditLogs = new MongoAuditLogs(database.getCollection(Name.AUDIT_LOGS.text(), AuditEntry.class));
        predictions = new MongoPredictions(
                database.getCollection(Name.PREDICTIVE_MAINTENANCE_RESULTS.text(), Prediction.class));
    }

    @Override
    public StoreStatus status() {
        try {
            long start = System.nanoTime();
            String version = database.runCommand(new Document("buildInfo", 1)).getString("version");
            Duration latency = Duration.ofNanos(System.nanoTime() - start);
            Map<String, Integer> versions = new MongoSetUp(database).versions();
            String schema = versions.isEmpty() ? null : String.valueOf(Collections.min(versions.values()));
            return new StoreStatus(
                    Failure.Store.DOCUMENT, true, version, schema, latency, MongoSetUp.problems(versions));
        } catch (MongoException thrown) {
            return new StoreStatus(Failure.Store.DOCUMENT, false, null, null, null, List.of(sentence(thrown)));
        }
    }

    private static String sentence(MongoException thrown) {
        return switch (Calls.failureOf(thrown)) {
            case Failure.Unavailable down -> "The document store does not answer: " + down.detail();
            case Failure other -> "The document store refuses to say how it is: " + other.detail();
        };
    }

    @Override
    public void setUp() {
        Calls.run(new MongoSetUp(database)::run);
    }

    @Override
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (Name name : Name.values()) {
            try {
                counts.put(name.text(), Calls.get(() -> database.getCollection(name.text())
                        .countDocuments()));
            } catch (FailureException thrown) {
                if (!(thrown.failure() instanceof Failure.Denied)) {
                    throw thrown;
                }
            }
        }
        return counts;
    }

    @Override
    public MetricHistoryRepository metricHistory() {
        return metricHistory;
    }

    @Override
    public MetricRollupRepository metricRollups() {
        return metricRollups;
    }

    @Override
    public ActivityRepository activities() {
        return activities;
    }

    @Override
    public NotificationRepository notifications() {
        return notifications;
    }

    @Override
    public CommentRepository comments() {
        return comments;
    }

    @Override
    public AuditLogRepository auditLogs() {
        return auditLogs;
    }

    @Override
    public PredictionRepository predictions() {
        return predictions;
    }

    @Override
    public void close() {
        client.close();
    }
}
