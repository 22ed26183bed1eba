package com.prosynchub.data;

import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.SavedPage;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Saved pages of charts: the person's own ones, and those of the person's role. */
public interface TrendViewRepository {
    /** All that the person sees, by name; few enough not to be paged. */
    List<SavedPage> all();

    /** Stores a new one as the person's own, or a role's; sent again under the same id it is stored once. */
    SavedPage insert(SavedPage view);

    SaveResult<SavedPage> update(SavedPage view);

    /** The roles to which a view can be given, by key, in the order of their names. */
    Map<Integer, String> roles();

    SaveResult<UUID> delete(UUID id, int revision);
}
