package com.prosynchub.data;

import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.UUID;

/** The activity feed. */
public interface ActivityRepository {
    /** Stores one; a second delivery of the same event changes nothing. */
    void insert(Activity activity);

    /** Newest first. */
    Page<Activity> ofUser(UUID userId, PageRequest page);

    /** Newest first, of everybody. */
    Page<Activity> latest(PageRequest page);
}
