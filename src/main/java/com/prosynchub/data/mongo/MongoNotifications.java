package com.prosynchub.data.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.prosynchub.data.DocumentRules;
import com.prosynchub.data.NotificationRepository;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.UUID;
import org.bson.types.ObjectId;

/** {@code notifications}. Safe for all threads. */
final class MongoNotifications implements NotificationRepository {
    private final MongoCollection<Notification> collection;
    private final KeysetPager<Notification> pager;

    MongoNotifications(MongoCollection<Notification> collection) {
        this.collection = collection;
        this.pager = new KeysetPager<>(collection, "created_at", true);
    }

    @Override
    public Notification insert(Notification notice) {
        DocumentRules.check(notice);
        Notification stored = new Notification(
                Inserts.idOrNew(notice.id()),
                notice.userId(),
                notice.title(),
                notice.message(),
                notice.type(),
                notice.read(),
                notice.dismissed(),
                notice.relatedEntityId(),
                notice.relatedEntityType(),
                notice.createdAt());
        Inserts.once(collection, stored);
        return stored;
    }

    @Override
    public Page<Notification> ofUser(UUID userId, PageRequest page) {
        return pager.page(and(eq("user_id", userId), eq("is_dismissed", false)), page);
    }

    @Override
    public long countUnread(UUID userId) {
        return Calls.get(() ->
                collection.countDocuments(and(eq("user_id", userId), eq("is_read", false), eq("is_dismissed", false))));
    }

    @Override
    public void markRead(UUID userId, String id) {
        mark(userId, id, "is_read");
    }

    @Override
    public void dismiss(UUID userId, String id) {
        mark(userId, id, "is_dismissed");
    }

    private void mark(UUID userId, String id, String field) {
        if (!ObjectId.isValid(id)) {
            throw new FailureException(Failure.Invalid.of("id", "pattern"));
        }
        Calls.run(
                () -> collection.updateOne(and(eq("_id", new ObjectId(id)), eq("user_id", userId)), set(field, true)));
    }
}
