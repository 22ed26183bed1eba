package com.prosynchub.data.postgres;

import com.prosynchub.data.AccountRepository;
import com.prosynchub.data.AssetMetricRepository;
import com.prosynchub.data.AssetRepository;
import com.prosynchub.data.AssetTypeRepository;
import com.prosynchub.data.ChangeFeed;
import com.prosynchub.data.DoorRepository;
import com.prosynchub.data.IngestLogRepository;
import com.prosynchub.data.IngestStore;
import com.prosynchub.data.LedgerRepository;
import com.prosynchub.data.LimitHistoryRepository;
import com.prosynchub.data.LocationRepository;
import com.prosynchub.data.MetricGridRepository;
import com.prosynchub.data.MetricNoteRepository;
import com.prosynchub.data.MetricSettingsRepository;
import com.prosynchub.data.PartRepository;
import com.prosynchub.data.PreferenceRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.data.RoleRepository;
import com.prosynchub.data.Sight;
import com.prosynchub.data.SiteSettingsRepository;
import com.prosynchub.data.TrendViewRepository;
import com.prosynchub.data.UnitOfWork;
import com.prosynchub.data.WorkOrderRepository;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One person's session: pool, feed, repositories. Safe for all threads but the forbidden one. */
final class PostgresSession implements RelationalSession {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresSession.class);

    /** Tables by the permission that shows their rows. */
    private static final Map<String, String> READABLE = readable();

    private static final String RIGHTS =
            "select role_name, permissions, viewing, clock_timestamp() as server_time from auth.own_rights()";

    private final Link link;
    private final PostgresChangeFeed feed;
    private final ServerTime time;
    private final PlaceLimit limit;
    private final PostgresAssets assets;
    private final PostgresAssetTypes assetTypes;
    private final PostgresLocations locations;
    private final PostgresMetrics metrics;
    private final PostgresLimits limits;
    private final PostgresIngest ingest;
    private final PostgresTrendViews trendViews;
    private final PostgresMetricNotes metricNotes;
    private final PostgresIngestLog ingestLog;
    private final PostgresWorkOrders workOrders;
    private final PostgresParts parts;
    private final PostgresAccounts accounts;
    private final PostgresPreferences preferences;
    private final PostgresSiteSettings siteSettings;
    private final PostgresLedger ledger;
    private final PostgresDoor door;
    private final PostgresRoles roles;
    private volatile SignedInUser user;
    private volatile boolean viewing;

    PostgresSession(SignedInUser user, ServerTime time, Link link, PostgresChangeFeed feed) {
        this.user = user;
        this.time = time;
        this.link = link;
        this.feed = feed;
        limit = new PlaceLimit(link, feed);
        assets = new PostgresAssets(link, limit::limited);
        assetTypes = new PostgresAssetTypes(link, feed);
        locations = new PostgresLocations(link, feed);
        metrics = new PostgresMetrics(link);
        limits = new PostgresLimits(link);
        ingest = new PostgresIngest(link);
        trendViews = new PostgresTrendViews(link);
        metricNotes = new PostgresMetricNotes(link);
        ingestLog = new PostgresIngestLog(link);
        workOrders = new PostgresWorkOrders(link);
        parts = new PostgresParts(link);
        accounts = new PostgresAccounts(link, feed);
        preferences = new PostgresPreferences(link);
        siteSettings = new PostgresSiteSettings(link);
        ledger = new PostgresLedger(link);
        door = new PostgresDoor(link, this::enrolled);
        roles = new PostgresRoles(link, accounts.cachedRoles());
    }

    @Override
    public SignedInUser user() {
        return user;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return link;
    }

    @Override
    public ChangeFeed changes() {
        return feed;
    }

    @Override
    public AssetRepository assets() {
        return assets;
    }

    @Override
    public AssetTypeRepository assetTypes() {
        return assetTypes;
    }

    @Override
    public LocationRepository locations() {
        return locations;
    }

    @Override
    public AssetMetricRepository metrics() {
        return metrics;
    }

    @Override
    public MetricSettingsRepository metricSettings() {
        return limits;
    }

    @Override
    public LimitHistoryRepository limitHistory() {
        return limits;
    }

    @Override
    public IngestStore ingest() {
        return ingest;
    }

    @Override
    public MetricGridRepository metricGrid() {
        return new PostgresMetricGrid(link);
    }

    @Override
    public TrendViewRepository trendViews() {
        return trendViews;
    }

    @Override
    public MetricNoteRepository metricNotes() {
        return metricNotes;
    }

    @Override
    public IngestLogRepository ingestLog() {
        return ingestLog;
    }

    @Override
    public WorkOrderRepository workOrders() {
        return workOrders;
    }

    @Override
    public PartRepository parts() {
        return parts;
    }

    @Override
    public AccountRepository accounts() {
        return accounts;
    }

    @Override
    public PreferenceRepository preferences() {
        return preferences;
    }

    @Override
    public SiteSettingsRepository siteSettings() {
        return siteSettings;
    }

    @Override
    public LedgerRepository ledger() {
        return ledger;
    }

    @Override
    public Sight sight(Collection<UUID> ids) {
        return limit.sight(ids);
    }

    @Override
    public DoorRepository door() {
        return door;
    }

    @Override
    public RoleRepository roles() {
        return roles;
    }

    @Override
    public Map<String, Long> counts() {
        String sql = READABLE.entrySet().stream()
                .map(t -> "select '%s', count(*) from app.%1$s where (select app.can('%s'))"
                        .formatted(t.getKey(), t.getValue()))
                .collect(Collectors.joining(" union all "));
        Set<String> allowed = held(READABLE.values().stream().distinct().toList());
        Map<String, Long> counts = new LinkedHashMap<>();
        link.read(u -> u.stateless().createNativeQuery(sql, Object[].class).getResultList())
                .forEach(r -> {
                    String table = (String) r[0];
                    if (allowed.contains(READABLE.get(table))) {
                        counts.put(table, ((Number) r[1]).longValue());
                    }
                });
        return counts;
    }

    @Override
    public void changePassword(String oldPassword, String newPassword) {
        try {
            link.write(u -> {
                Writes.execute(u, "select auth.change_password(?, ?)", oldPassword, newPassword);
                return null;
            });
        } catch (FailureException e) {
            throw namingTheField(e);
        }
        SignedInUser u = user;
        user = new SignedInUser(
                u.userId(),
                u.username(),
                u.displayName(),
                u.roleName(),
                u.permissions(),
                false,
                u.mustEnrol(),
                u.expiresAt());
        follow();
    }

    @Override
    public void ping() {
        link.ping();
    }

    @Override
    public SignedInUser follow() {
        Rights now = link.read(u -> {
            long asked = time.count();
            Rights heard =
                    SqlRows.of(u, RIGHTS, PostgresSession::rights, s -> {}).getFirst();
            time.heard(heard.serverTime, asked);
            return heard;
        });
        SignedInUser before = user;
        if (!now.role.equals(before.roleName()) || !now.permissions.equals(before.permissions())) {
            user = before.with(now.role, now.permissions);
        }
        viewing = now.viewing;
        return user;
    }

    @Override
    public InstantSource serverTime() {
        return time;
    }

    @Override
    public boolean isViewing() {
        return viewing;
    }

    @Override
    public void close() {
        feed.close();
        limit.close();
        assetTypes.close();
        locations.close();
        accounts.close();
        try {
            link.read(u -> {
                Writes.execute(u, "select auth.logout()");
                return null;
            });
        } catch (FailureException e) {
            // Ended already, or the server is away: then the session expires by itself.
            LOG.debug("signing out was not heard", e);
        } finally {
            link.close();
        }
    }

    private void enrolled() {
        if (user.mustEnrol()) {
            user = user.enrolled();
            follow();
        }
    }

    private static Rights rights(ResultSet r) throws SQLException {
        Set<Permission> permissions = new HashSet<>();
        for (String word : (String[]) r.getArray("permissions").getArray()) {
            Permission.parse(word).ifPresent(permissions::add);
        }
        return new Rights(
                r.getString("role_name"),
                permissions,
                r.getBoolean("viewing"),
                r.getObject("server_time", OffsetDateTime.class).toInstant());
    }

    /** What the session may do by the database's word, and when it said so. */
    private record Rights(String role, Set<Permission> permissions, boolean viewing, Instant serverTime) {}

    private Set<String> held(List<String> words) {
        return link.read(u -> new HashSet<>(u.stateless()
                .createNativeQuery(
                        "select w from unnest(string_to_array(:words, ',')) as w where app.can(w)", String.class)
                .setParameter("words", String.join(",", words))
                .getResultList()));
    }

    /** The database speaks of "the password"; a person filled in two. */
    private static FailureException namingTheField(FailureException e) {
        if (e.failure() instanceof Failure.Invalid(List<Failure.Violation> violations)) {
            return new FailureException(
                    new Failure.Invalid(violations.stream()
                            .map(v -> new Failure.Violation(
                                    v.rule().equals("oldWrong") ? "oldPassword" : "newPassword",
                                    v.rule(),
                                    v.arguments()))
                            .toList()),
                    e);
        }
        return e;
    }

    private static Map<String, String> readable() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("users", "user:read");
        tables.put("roles", "role:read");
        tables.put("permissions", "role:read");
        tables.put("role_permissions", "role:read");
        tables.put("locations", "location:read");
        tables.put("asset_types", "asset_type:read");
        tables.put("assets", "asset:read");
        tables.put("asset_metrics", "metric:read");
        tables.put("work_orders", "work_order:read");
        tables.put("work_order_checklist", "work_order:read");
        tables.put("parts", "part:read");
        tables.put("work_order_parts", "work_order:read");
        return tables;
    }
}
