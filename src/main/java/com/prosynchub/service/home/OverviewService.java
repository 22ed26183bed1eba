package com.prosynchub.service.home;

import static com.prosynchub.model.access.Action.READ;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.failure.Failure.Denied;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.Unrestricted;
import com.prosynchub.service.activity.ActivityService;
import com.prosynchub.service.activity.NotificationService;
import com.prosynchub.service.home.Overview.OutsideLimit;
import com.prosynchub.service.home.Overview.WorkSummary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Gathers the home screen, part by part, as far as the person may see it. Workers only; safe for all of them. */
public final class OverviewService {
    private static final Set<WorkOrderStatus> OPEN =
            EnumSet.of(WorkOrderStatus.OPEN, WorkOrderStatus.IN_PROGRESS, WorkOrderStatus.ON_HOLD);

    private final AccessGate gate;
    private final RelationalSession session;
    private final ActivityService activities;
    private final NotificationService notifications;
    private final Clock siteClock;

    /** @param siteClock in the site's zone: it decides what "today" is */
    public OverviewService(
            AccessGate gate,
            RelationalSession session,
            ActivityService activities,
            NotificationService notifications,
            Clock siteClock) {
        this.gate = gate;
        this.session = session;
        this.activities = activities;
        this.notifications = notifications;
        this.siteClock = siteClock;
    }

    /** Throws only when the session ended; everything else that fails is told in its part. At most {@code rows} per list. */
    @Unrestricted("every part asks for its own permission")
    public Overview load(int rows) {
        int most = Math.clamp(rows, 1, 100);
        PageRequest page = PageRequest.first(most);
        return new Overview(
                tile(Resource.ASSET, this::assetsByStatus),
                tile(Resource.ASSET, () -> session.assets().worstHealth(most)),
                tile(Resource.METRIC, () -> outside(most)),
                tile(Resource.WORK_ORDER, () -> work(page)),
                tile(Resource.PART, () -> session.parts().countBelowReorderPoint()),
                part(() -> activity(page)),
                part(notifications::countUnread));
    }

    private <T> Tile<T> tile(Resource resource, Supplier<T> read) {
        if (gate.user().may(Permission.of(resource, READ))) {
            return part(() -> {
                gate.require(resource, READ);
                return read.get();
            });
        }
        return new Tile.Hidden<>();
    }

    private static <T> Tile<T> part(Supplier<T> read) {
        try {
            return new Tile.Ready<>(read.get());
        } catch (FailureException e) {
            if (e.failure() instanceof Denied denied && denied.reason() != DeniedReason.PERMISSION) {
                throw e;
            }
            return new Tile.Failed<>(e.failure());
        }
    }

    private Map<AssetStatus, Long> assetsByStatus() {
        Map<AssetStatus, Long> counts = new EnumMap<>(AssetStatus.class);
        for (AssetStatus s : AssetStatus.values()) {
            counts.put(s, 0L);
        }
        counts.putAll(session.assets().countByStatus());
        return counts;
    }

    private List<OutsideLimit> outside(int most) {
        List<AssetMetric> metrics = session.metrics().outsideLimits(most);
        Set<UUID> ids = metrics.stream().map(AssetMetric::assetId).collect(Collectors.toSet());
        Map<UUID, String> names = ids.isEmpty()
                ? Map.of()
                : session.assets().nodes(ids).stream().collect(Collectors.toMap(AssetNode::id, AssetNode::name));
        return metrics.stream()
                .map(m -> new OutsideLimit(m, names.getOrDefault(m.assetId(), ""), m.severity()))
                .toList();
    }

    private WorkSummary work(PageRequest page) {
        Map<WorkOrderStatus, Long> counts = new EnumMap<>(WorkOrderStatus.class);
        for (WorkOrderStatus s : WorkOrderStatus.values()) {
            counts.put(s, 0L);
        }
        counts.putAll(session.workOrders().countByStatus());
        return new WorkSummary(
                counts,
                session.workOrders().countOverdue(LocalDate.now(siteClock)),
                session.workOrders().list(OPEN, page).items());
    }

    private List<ActivityLine> activity(PageRequest page) {
        return (activities.mayReadAll() ? activities.latest(page) : activities.own(page)).items();
    }
}
