package com.prosynchub.service.trend;

import static com.prosynchub.model.access.Action.CONFIGURE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.METRIC;

import com.prosynchub.data.TrendViewRepository;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.SavedPage;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.Unrestricted;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps pages of charts: everybody who sees trends the own ones, and those of a role whoever may configure metrics. Workers
 * only; safe for all of them.
 */
public final class TrendViewService {
    private final AccessGate gate;
    private final TrendViewRepository views;
    private final UUID user;

    /** @param user who is signed in */
    public TrendViewService(AccessGate gate, TrendViewRepository views, UUID user) {
        this.gate = gate;
        this.views = views;
        this.user = user;
    }

    /** The own views and those of the own role, by name; whoever may share sees those of every role. */
    public List<SavedPage> all() {
        gate.require(METRIC, READ);
        return views.all();
    }

    /** Keeps a new one; the same id again keeps it once. */
    public SavedPage create(SavedPage view) {
        gate.require(METRIC, view.shared() ? CONFIGURE : READ);
        FieldChecks.demand(check(view));
        return views.insert(view);
    }

    /** Saves name, page and whom it is shared with. */
    public SaveResult<SavedPage> save(SavedPage view) {
        gate.require(METRIC, view.shared() ? CONFIGURE : READ);
        FieldChecks.demand(check(view));
        return views.update(view);
    }

    /** Takes one away; the database asks whether it may be. */
    public SaveResult<UUID> delete(UUID id, int revision) {
        gate.require(METRIC, READ);
        return views.delete(id, revision);
    }

    /** Whether the person may change this view. */
    @Unrestricted("tells the caller only what the caller may do")
    public boolean mayChange(SavedPage view) {
        return view.shared() ? mayShare() : view.ownerId().equals(user);
    }

    /** Whether the person may give views to a role. */
    @Unrestricted("tells the caller only what the caller may do")
    public boolean mayShare() {
        return gate.may(METRIC, CONFIGURE);
    }

    /** Whose views are made. */
    @Unrestricted("a fact about the caller")
    public UUID owner() {
        return user;
    }

    /** The roles to which views can be given, by key, in the order of their names. */
    public Map<Integer, String> roles() {
        gate.require(METRIC, CONFIGURE);
        return views.roles();
    }

    private static List<Violation> check(SavedPage view) {
        return new FieldChecks()
                .required("name", view.name())
                .longest("name", view.name(), SavedPage.NAME)
                .violations();
    }
}
