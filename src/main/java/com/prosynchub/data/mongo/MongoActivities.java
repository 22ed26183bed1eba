package com.prosynchub.data.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.prosynchub.data.ActivityRepository;
import com.prosynchub.data.DocumentRules;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.audit.ActivityKind;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;

/** {@code userActivityFeed}. Safe for all threads. */
final class MongoActivities implements ActivityRepository {
    private static final String RECORD = "metadata.additional_info." + Activity.RECORD;

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
    public Page<Activity> search(ActivityFilter filter, PageRequest page) {
        return pager.page(bson(filter), page);
    }

    private static Bson bson(ActivityFilter filter) {
        List<Bson> all = new ArrayList<>();
        UUID person = filter.person();
        if (person != null) {
            all.add(eq("user_id", person));
        }
        if (!filter.records().isEmpty()) {
            all.add(among(RECORD, filter.records().stream().map(RecordKey::text).collect(Collectors.toSet())));
        }
        if (!filter.kinds().isEmpty()) {
            all.add(among(
                    "activity_type",
                    filter.kinds().stream()
                            .map(ActivityKind::types)
                            .flatMap(Set::stream)
                            .collect(Collectors.toSet())));
        }
        if (filter.from() != null) {
            all.add(gte("timestamp", Date.from(filter.from())));
        }
        if (filter.until() != null) {
            all.add(lt("timestamp", Date.from(filter.until())));
        }
        return all.isEmpty() ? empty() : and(all);
    }

    /** A single value is asked for by itself: an index then gives the order as well. */
    private static Bson among(String field, Set<String> values) {
        return values.size() == 1 ? eq(field, values.iterator().next()) : in(field, values);
    }
}
