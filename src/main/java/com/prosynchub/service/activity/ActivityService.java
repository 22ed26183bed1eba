package com.prosynchub.service.activity;

import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.REPORT;

import com.prosynchub.data.ActivityRepository;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.Unrestricted;

/** The activity feed, without what is outside the person's places. Workers only; safe for all of them. */
public final class ActivityService {
    private final AccessGate gate;
    private final RecordSight sight;
    private final ActivityRepository activities;

    public ActivityService(AccessGate gate, RecordSight sight, ActivityRepository activities) {
        this.gate = gate;
        this.sight = sight;
        this.activities = activities;
    }

    /** What the signed-in person did, newest first. */
    @Unrestricted("one's own")
    public Page<Activity> own(PageRequest page) {
        return inSight(activities.ofUser(gate.user().userId(), page));
    }

    /** What everybody did, newest first. */
    public Page<Activity> latest(PageRequest page) {
        gate.require(REPORT, READ);
        return inSight(activities.latest(page));
    }

    private Page<Activity> inSight(Page<Activity> read) {
        return new Page<>(sight.shown(read.items(), Activity::targetId, Activity::type), read.next());
    }

    /** Whether {@link #latest} is open to the signed-in person. */
    @Unrestricted("tells the caller only what the caller may do")
    public boolean mayReadAll() {
        return gate.may(REPORT, READ);
    }
}
