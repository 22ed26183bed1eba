package com.prosynchub.service.change;

import com.prosynchub.data.ChangeFeed;
import com.prosynchub.model.change.Change;
import com.prosynchub.service.access.Unrestricted;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Lets screens hear of committed changes. A change is a hint: the listener reads again through the service that owns the
 * rows, under its permission. Listeners run on the feed's thread and must hand over at once.
 */
public final class ChangeService {
    private static final String HINT = "carries table and keys only; reading the rows asks for permission";

    /** Names of tables as they appear in changes. */
    public static final String ASSETS = "assets";

    public static final String ASSET_TYPES = "asset_types";
    public static final String LOCATIONS = "locations";
    public static final String METRICS = "asset_metrics";
    public static final String METRIC_SETTINGS = "metric_settings";
    public static final String WORK_ORDERS = "work_orders";
    public static final String PARTS = "parts";
    public static final String TREND_VIEWS = "trend_views";
    public static final String METRIC_NOTES = "metric_notes";
    public static final String NOTIFICATIONS = "notifications";
    public static final String COMMENTS = "workOrderComments";
    public static final String ACTIVITIES = "userActivityFeed";
    public static final String SITE_SETTINGS = "site_settings";
    public static final String SIGN_IN_RULES = "sign_in_rules";

    private final ChangeFeed feed;

    public ChangeService(ChangeFeed feed) {
        this.feed = feed;
    }

    /** Hears of changes in the named tables. */
    @Unrestricted(HINT)
    public Watch subscribe(Set<String> entities, Consumer<Change> listener) {
        ChangeFeed.Subscription s = feed.subscribe(entities, listener);
        return s::close;
    }

    /** Hears when one of these rows may have changed; several in one change make one call. */
    @Unrestricted(HINT)
    public Watch subscribe(String entity, Collection<UUID> ids, Runnable listener) {
        Set<String> keys = ids.stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet());
        return subscribe(Set.of(entity), change -> {
            if (change.anyRow() || change.ids().stream().anyMatch(keys::contains)) {
                listener.run();
            }
        });
    }

    /** Hears when one of these metrics may have a new value or limit. */
    @Unrestricted(HINT)
    public Watch metrics(Collection<UUID> metricIds, Runnable listener) {
        return subscribe(METRICS, metricIds, listener);
    }

    /** Whether changes of others arrive just now. */
    @Unrestricted("a fact about the connection")
    public boolean connected() {
        return feed.connected();
    }
}
