package com.prosynchub.data;

import com.prosynchub.model.access.SignedInUser;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * The relational store as one signed-in person sees it: every connection carries the person's token, and the database
 * itself decides what it shows and takes. Closing it signs out and closes the pool. Safe for all threads but the FX
 * thread, on which opening a connection throws.
 */
public interface RelationalSession extends AutoCloseable {
    SignedInUser user();

    UnitOfWork unitOfWork();

    ChangeFeed changes();

    AssetRepository assets();

    AssetTypeRepository assetTypes();

    LocationRepository locations();

    AssetMetricRepository metrics();

    MetricSettingsRepository metricSettings();

    LimitHistoryRepository limitHistory();

    /** The way in of measured values, for whoever may measure or import. */
    IngestStore ingest();

    MetricGridRepository metricGrid();

    TrendViewRepository trendViews();

    MetricNoteRepository metricNotes();

    IngestLogRepository ingestLog();

    WorkOrderRepository workOrders();

    PartRepository parts();

    AccountRepository accounts();

    PreferenceRepository preferences();

    SiteSettingsRepository siteSettings();

    LedgerRepository ledger();

    /**
     * Which of these records the person must not be told of: assets, metrics, work orders, their steps, parts and people.
     * For whoever reads documents about them elsewhere; what this session itself reads is limited already.
     */
    Sight sight(Collection<UUID> ids);

    DoorRepository door();

    RoleRepository roles();

    /**
     * The store's own time, near enough for ages and due dates; {@link #follow} hears it anew. It does not depend on this
     * computer's clock.
     */
    InstantSource serverTime();

    /** Rows by table name, of those tables that the person may read. */
    Map<String, Long> counts();

    /**
     * Changes the own password; afterwards {@link #user()} no longer asks for a change.
     *
     * @throws com.prosynchub.model.failure.FailureException {@code Invalid} with the broken rule
     */
    void changePassword(String oldPassword, String newPassword);

    /** Asks whether the session still stands; throws {@code Denied(SESSION_ENDED)} when it does not. */
    void ping();

    /**
     * Asks what the person may do now; from then on {@link #user()} says the same. Throws {@code Denied(SESSION_ENDED)} as
     * {@link #ping()} does.
     */
    SignedInUser follow();

    /** Whether the person only looks at the window of the role that {@link #user()} names, as {@link #follow} last heard. */
    boolean isViewing();

    @Override
    void close();
}
