package com.prosynchub.data;

import com.prosynchub.model.change.Change;
import java.util.Set;
import java.util.function.Consumer;

/** Announces committed changes of all clients, this one's too, within a second. */
public interface ChangeFeed {

    /**
     * Listens until the subscription is closed. The listener is called on the feed's own thread and must hand over quickly.
     * After a lost connection it gets one {@link Change.Kind#MISSED} for each subscribed entity.
     *
     * @param entities table names such as {@code assets}; empty for all
     */
    Subscription subscribe(Set<String> entities, Consumer<Change> listener);

    /** Whether the feed is connected just now. */
    boolean connected();

    /** Ends a subscription; closing twice is harmless. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
