package com.prosynchub.service.activity;

import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.REPORT;

import com.prosynchub.data.ActivityRepository;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.Unrestricted;

/** The activity feed. Workers only; safe for all of them. */
public final class ActivityService {
    private final AccessGate gate;
    private final ActivityRepository activities;

    public ActivityService(AccessGate gate, ActivityRepository activities) {
        this.gate = gate;
        this.activities = activities;
    }

    /** What the signed-in person did, newest first. */
    @Unrestricted("one's own")
    public Page<Activity> own(PageRequest page) {
        return activities.ofUser(gate.user().userId(), page);
    }

    /** What everybody did, newest first. */
    public Page<Activity> latest(PageRequest page) {
        gate.require(REPORT, READ);
        return activities.latest(page);
    }

    /** Whether {@link #latest} is open to the signed-in person. */
    @Unrestricted("tells the caller only what the caller may do")
    public boolean mayReadAll() {
        return gate.may(REPORT, READ);
    }
}
