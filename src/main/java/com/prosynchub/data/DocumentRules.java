package com.prosynchub.data;

import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.AuditActions;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.notice.Comment;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.prediction.Prediction;
import java.util.regex.Pattern;

/**
 * The shape of each document, checked before it is sent; the validators of the store say the same once more. Every
 * method throws {@code Invalid} with one violation per broken field. Stateless.
 */
public final class DocumentRules {
    /** Form of a metric's name, which is also its key in history documents. */
    public static final Pattern METRIC_KEY = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    public static final int MAX_METRICS = 64;
    public static final int MAX_ATTACHMENTS = 20;
    public static final long MAX_ATTACHMENT_BYTES = 100L * 1024 * 1024;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    private DocumentRules() {}

    public static void check(MetricSample sample) {
        RuleCheck check = new RuleCheck();
        check.time("timestamp", sample.timestamp());
        check.count("metrics", sample.metrics().size(), 1, MAX_METRICS);
        sample.metrics().forEach((key, value) -> {
            check.matches("metrics", key, METRIC_KEY);
            check.finite("metrics." + key, value);
        });
        check.done();
    }

    public static void check(Activity activity) {
        RuleCheck check = new RuleCheck();
        check.matches("type", activity.type(), WORD);
        check.text("description", activity.description(), 1000);
        check.time("timestamp", activity.timestamp());
        check.together("targetId", activity.targetId(), "targetType", activity.targetType());
        check.matches("targetType", activity.targetType(), WORD);
        check.tree("additionalInfo", activity.additionalInfo());
        check.done();
    }

    public static void check(Notification notification) {
        RuleCheck check = new RuleCheck();
        check.matches("id", notification.id(), ID);
        check.text("title", notification.title(), 200);
        check.text("message", notification.message(), 2000);
        check.together(
                "relatedEntityId",
                notification.relatedEntityId(),
                "relatedEntityType",
                notification.relatedEntityType());
        check.matches("relatedEntityType", notification.relatedEntityType(), WORD);
        check.time("createdAt", notification.createdAt());
        check.done();
    }

    public static void check(Comment comment) {
        RuleCheck check = new RuleCheck();
        check.matches("id", comment.id(), ID);
        check.text("content", comment.content(), 10_000);
        check.count("attachments", comment.attachments().size(), 0, MAX_ATTACHMENTS);
        comment.attachments().forEach(file -> {
            check.fileName("attachments.filename", file.filename());
            check.text("attachments.url", file.url(), 2000);
            check.text("attachments.fileType", file.fileType(), 100);
            check.range("attachments.size", file.size(), 0, MAX_ATTACHMENT_BYTES);
        });
        check.time("createdAt", comment.createdAt());
        check.time("updatedAt", comment.updatedAt());
        check.done();
    }

    public static void check(AuditEntry entry) {
        RuleCheck check = new RuleCheck();
        check.range("outboxSeq", entry.outboxSeq(), 1, Long.MAX_VALUE);
        check.oneOf("action", entry.action(), AuditActions.ALL);
        check.matches("entityType", entry.entityType(), WORD);
        check.tree("previousState", entry.previousState());
        check.tree("newState", entry.newState());
        check.time("timestamp", entry.timestamp());
        check.matches("hash", entry.hash(), HASH);
        check.done();
    }

    public static void check(Prediction prediction) {
        RuleCheck check = new RuleCheck();
        check.matches("id", prediction.id(), ID);
        check.matches("type", prediction.type(), WORD);
        check.finite("prediction", prediction.prediction());
        check.between("probability", prediction.probability(), 0, 1);
        check.together("lower", prediction.lower(), "upper", prediction.upper());
        check.finite("lower", prediction.lower());
        check.finite("upper", prediction.upper());
        check.ordered("lower", prediction.lower(), prediction.upper());
        check.tree("inputFeatures", prediction.inputFeatures());
        check.text("modelVersion", prediction.modelVersion(), 50);
        check.time("createdAt", prediction.createdAt());
        check.done();
    }
}
