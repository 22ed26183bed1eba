package com.prosynchub.data;

import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;

/** The activity feed. */
public interface ActivityRepository {
    /** Stores one; a second delivery of the same event changes nothing. */
    void insert(Activity activity);

    /** Newest first. */
    Page<Activity> search(ActivityFilter filter, PageRequest page);
}
