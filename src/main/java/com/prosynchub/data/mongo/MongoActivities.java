package com.prosynchub.data.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.prosynchub.data.ActivityRepository;
import com.prosynchub.data.DocumentRules;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.UUID;

/** {@code userActivityFeed}. Safe for all threads. */
final class MongoActivities implements ActivityRepository {
    private final MongoCollection<Activity> collection;
    private final KeysetPager<Activity> pager;

    MongoActivities(MongoCollection<Activity> collection) {
        this.collection = collection;
        this.pager = new KeysetPager<>(collection, "timestamp", true);
    }

    @Override
    public void insert(Activity activity) {
        DocumentRules.check(activity);
        Inserts.once(collection, activity);
    }

    @Override
    public Page<Activity> ofUser(UUID userId, PageRequest page) {
        return pager.page(eq("user_id", userId), page);
    }

    @Override
    public Page<Activity> latest(PageRequest page) {
        return pager.page(empty(), page);
    }
}
