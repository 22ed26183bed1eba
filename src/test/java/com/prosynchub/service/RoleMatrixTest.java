package com.prosynchub.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.access.AccountFilter;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.SignInRules;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.audit.FormerValue;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.model.audit.LedgerFilter;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.ingest.LetterFilter;
import com.prosynchub.model.metric.MetricFilter;
import com.prosynchub.model.metric.MetricNote;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.SavedPage;
import com.prosynchub.model.metric.TrendPage;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.access.ProfileService;
import com.prosynchub.service.access.RoleService;
import com.prosynchub.service.access.SignInRulesService;
import com.prosynchub.service.access.TwoFactorService;
import com.prosynchub.service.access.Unrestricted;
import com.prosynchub.service.access.UserService;
import com.prosynchub.service.activity.ActivityService;
import com.prosynchub.service.activity.NotificationService;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.service.asset.AssetTypeService;
import com.prosynchub.service.audit.LedgerService;
import com.prosynchub.service.home.OverviewService;
import com.prosynchub.service.location.LocationService;
import com.prosynchub.service.metric.ExportRequest;
import com.prosynchub.service.metric.ImportProgress;
import com.prosynchub.service.metric.ImportRequest;
import com.prosynchub.service.metric.IngestService;
import com.prosynchub.service.metric.LimitHistoryService;
import com.prosynchub.service.metric.MetricCorrectionService;
import com.prosynchub.service.metric.MetricExportService;
import com.prosynchub.service.metric.MetricGridService;
import com.prosynchub.service.metric.MetricImportService;
import com.prosynchub.service.metric.MetricService;
import com.prosynchub.service.metric.SampleExport;
import com.prosynchub.service.metric.TrendExportService;
import com.prosynchub.service.metric.TrendService;
import com.prosynchub.service.metric.WhatIfService;
import com.prosynchub.service.metric.mapping.ImportMapping;
import com.prosynchub.service.metric.mapping.MappingParser;
import com.prosynchub.service.metric.mapping.MappingResult;
import com.prosynchub.service.metric.rollup.RollupService;
import com.prosynchub.service.people.ImportPreview;
import com.prosynchub.service.people.UserImportService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.service.site.SiteSettingsService;
import com.prosynchub.service.trend.MetricNoteService;
import com.prosynchub.service.trend.TrendViewService;
import com.prosynchub.service.workorder.CommentService;
import com.prosynchub.service.workorder.WorkOrderService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every method of every service with every role: open exactly where the seeded grants say so. */
class RoleMatrixTest {
    private static final PageRequest PAGE = PageRequest.first(10);
    private static final Instant NOW = FakePlant.NOW;
    private static final UUID ID = UUID.randomUUID();
    private static final UserAccount ACCOUNT =
            new UserAccount(ID, "ada", "ada@plant.example", "Ada", "L", 1, null, null, null, true, null, 0);

    private static final WorkOrder ORDER = Records.workOrder("Grease", ID, WorkOrderStatus.OPEN, null);
    private static final ChecklistItem STEP =
            new ChecklistItem(UUID.randomUUID(), ID, "Look", false, null, null, null, 1, 0);
    private static final Role GUEST = new Role(4, "Guest", null, Set.of(), 0);

    private static final Set<String> NOTING = Set.of("metric:configure", "asset:acknowledge");
    /** Past the gate it is refused, so that no file is written. */
    private static final SampleExport SAMPLES = new SampleExport(
            List.of(),
            NOW,
            NOW,
            ZoneOffset.UTC,
            SampleExport.Format.CSV,
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"));

    private static final SavedPage VIEW = new SavedPage(ID, ID, null, "Mine", new TrendPage(List.of(), "", true), 0);
    private static final MetricNote NOTE = new MetricNote(ID, ID, null, NOW, null, "Look", ID, null, null, 0);

    private static final Set<Class<?>> SERVICES = Set.of(
            AssetService.class,
            AssetTypeService.class,
            LocationService.class,
            MetricService.class,
            TrendService.class,
            RollupService.class,
            TrendViewService.class,
            TrendExportService.class,
            MetricNoteService.class,
            IngestService.class,
            MetricCorrectionService.class,
            LimitHistoryService.class,
            MetricGridService.class,
            WhatIfService.class,
            OverviewService.class,
            ActivityService.class,
            NotificationService.class,
            MetricImportService.class,
            MetricExportService.class,
            ProfileService.class,
            SiteSettingsService.class,
            WorkOrderService.class,
            CommentService.class,
            UserService.class,
            UserImportService.class,
            LedgerService.class,
            TwoFactorService.class,
            SignInRulesService.class,
            RoleService.class);

    /** One method: its name, what opens it (any of these), and a call that gets past the gate when that is held. */
    record Row(String method, Set<String> opens, Consumer<SessionServices> call) {}

    private static final Path NO_FILE = Path.of("no such folder", "no such file");
    private static final ImportMapping MAPPING = ((MappingResult.Understood)
                    MappingParser.parse("asset.name = {1}\ntime.column = 2\nmetric.t.column = 3\n"))
            .mapping();

    static final List<Row> MATRIX = List.of(
            row("AssetService.children", "asset:read", s -> s.assets().children(null, PAGE)),
            row("AssetService.nodes", "asset:read", s -> s.assets().nodes(List.of(ID))),
            row("AssetService.path", "asset:read", s -> s.assets().path(ID)),
            row("AssetService.search", "asset:read", s -> s.assets().search("pump", 5)),
            row("AssetService.subtree", "asset:read", s -> s.assets().subtree(ID, 5)),
            row("AssetService.countSubtree", "asset:read", s -> s.assets().countSubtree(ID)),
            row("AssetService.find", "asset:read", s -> s.assets().find(ID)),
            row("AssetService.create", "asset:create", s -> s.assets().create(Records.asset("A", 1, null))),
            row("AssetService.save", "asset:update", s -> s.assets().save(Records.asset("A", 1, null))),
            row("AssetService.move", "asset:update", s -> s.assets().move(ID, null, 0)),
            row("AssetService.delete", "asset:delete", s -> s.assets().delete(ID, 0, "")),
            row("AssetService.changeStatus", Set.of("asset:update", "asset:acknowledge"), s -> s.assets()
                    .changeStatus(ID, AssetStatus.OFFLINE, 0)),
            row("AssetTypeService.all", "asset_type:read", s -> s.assetTypes().all()),
            row("AssetTypeService.create", "asset_type:create", s -> s.assetTypes()
                    .create(Records.type("T"))),
            row("AssetTypeService.save", "asset_type:update", s -> s.assetTypes()
                    .save(Records.type("T"))),
            row("AssetTypeService.delete", "asset_type:delete", s -> s.assetTypes()
                    .delete(1, 0, "")),
            row("LocationService.all", "location:read", s -> s.locations().all()),
            row("LocationService.assetCounts", "location:read", s -> s.locations()
                    .assetCounts()),
            row("LocationService.tree", "location:read", s -> s.locations().tree()),
            row("LocationService.create", "location:create", s -> s.locations().create(Records.location("L", null))),
            row("LocationService.save", "location:update", s -> s.locations().save(Records.location("L", null))),
            row("LocationService.move", "location:update", s -> s.locations().move(1, null, 0)),
            row("LocationService.delete", "location:delete", s -> s.locations().delete(1, 0, "")),
            row("MetricService.ofAsset", "metric:read", s -> s.metrics().ofAsset(ID)),
            row("MetricService.ofAssets", "metric:read", s -> s.metrics().ofAssets(List.of(ID))),
            row("MetricService.outsideLimits", "metric:read", s -> s.metrics().outsideLimits(5)),
            row("MetricService.define", "metric:create", s -> s.metrics().define(Records.metric(ID, "level", null))),
            row("MetricService.saveLimits", "metric:configure", s -> s.metrics()
                    .saveLimits(Records.metric(ID, "level", null))),
            row("MetricService.delete", "metric:delete", s -> s.metrics().delete(ID, 0)),
            row("LimitHistoryService.versions", "metric:read", s -> s.limitHistory()
                    .versions(ID)),
            row("LimitHistoryService.steps", "metric:read", s -> s.limitHistory()
                    .steps(ID, "level", NOW, NOW.plusSeconds(1))),
            row("WhatIfService.ask", "metric:read", s -> s.whatIf().ask(ID, "level", List.of())),
            row("MetricGridService.page", "metric:read", s -> s.metricGrid().page(MetricFilter.ALL, PAGE)),
            row("MetricGridService.count", "metric:read", s -> s.metricGrid().count(MetricFilter.ALL)),
            row("MetricGridService.lines", "metric:read", s -> s.metricGrid().lines(List.of(ID))),
            row("MetricGridService.apply", "metric:configure", s -> s.metricGrid()
                    .apply(List.of(), "")),
            row("TrendService.load", "metric:read", s -> s.trends()
                    .load(ID, List.of("level"), NOW.minusSeconds(60), NOW, 100)),
            row("TrendService.buckets", "metric:read", s -> s.trends()
                    .buckets(ID, List.of("flow"), NOW, NOW.plusSeconds(9), 10)),
            row("MetricCorrectionService.correct", "metric:update", s -> s.corrections()
                    .correct(new MetricSample(ID, NOW, Map.of("flow", 1.0)), "wrong")),
            row("RollupService.rebuild", "metric:configure", s -> s.rollups().rebuild(List.of(), (_, _) -> true)),
            row("TrendExportService.export", "metric:export", s -> s.trendExport()
                    .export(SAMPLES, NO_FILE)),
            row("TrendViewService.all", "metric:read", s -> s.trendViews().all()),
            row("TrendViewService.create", "metric:read", s -> s.trendViews().create(VIEW)),
            row("TrendViewService.save", "metric:read", s -> s.trendViews().save(VIEW)),
            row("TrendViewService.delete", "metric:read", s -> s.trendViews().delete(ID, 0)),
            row("TrendViewService.roles", "metric:configure", s -> s.trendViews()
                    .roles()),
            row("MetricNoteService.during", "metric:read", s -> s.notes().during(List.of(ID), NOW, NOW.plusSeconds(1))),
            row("MetricNoteService.create", NOTING, s -> s.notes().create(NOTE)),
            row("MetricNoteService.save", NOTING, s -> s.notes().save(NOTE)),
            row("MetricNoteService.delete", NOTING, s -> s.notes().delete(ID, 0)),
            row("TrendService.newestSince", "metric:read", s -> s.trends().newestSince(ID, NOW)),
            row("TrendService.span", "metric:read", s -> s.trends().span(ID)),
            row("IngestService.sources", "integration:read", s -> s.ingestLog().sources()),
            row("IngestService.letters", "integration:read", s -> s.ingestLog().letters(LetterFilter.ALL, PAGE)),
            row("IngestService.replay", "integration:configure", s -> s.ingestLog()
                    .replay(List.of(1L))),
            row("IngestService.discard", "integration:configure", s -> s.ingestLog()
                    .discard(List.of(1L))),
            row("MetricImportService.preview", "import:create", s -> s.imports().preview(NO_FILE, MAPPING, 5)),
            row("MetricImportService.suggestMapping", "import:create", RoleMatrixTest::suggest),
            row("MetricImportService.importFile", "import:create", s -> s.imports()
                    .importFile(new ImportRequest(NO_FILE, MAPPING, true, false), ImportProgress.NONE)),
            row("MetricExportService.exportTo", "metric:export", s -> s.exports()
                    .exportTo(new ExportRequest(List.of(), Set.of(), NOW, NOW, MAPPING), NO_FILE, ImportProgress.NONE)),
            row("WorkOrderService.list", "work_order:read", s -> s.workOrders().list(WorkOrderFilter.open(), PAGE)),
            row("WorkOrderService.board", "work_order:read", s -> s.workOrders()
                    .board(WorkOrderFilter.open(), LocalDate.EPOCH, 1)),
            row("WorkOrderService.find", "work_order:read", s -> s.workOrders().find(ID)),
            row("WorkOrderService.people", "work_order:read", s -> s.workOrders()
                    .people()),
            row("WorkOrderService.create", "work_order:create", s -> s.workOrders()
                    .create(ORDER)),
            row("WorkOrderService.save", "work_order:update", s -> s.workOrders()
                    .save(ORDER)),
            row("WorkOrderService.move", Set.of("work_order:update", "work_order:complete"), s -> s.workOrders()
                    .move(ORDER, WorkOrderStatus.IN_PROGRESS, null, "")),
            row("WorkOrderService.assign", "work_order:assign", s -> s.workOrders()
                    .assign(ORDER, ID)),
            row("WorkOrderService.delete", "work_order:delete", s -> s.workOrders()
                    .delete(ID, 0, "")),
            row("WorkOrderService.addStep", "work_order:update", s -> s.workOrders()
                    .addStep(ID, "Look", 1)),
            row("WorkOrderService.tick", Set.of("work_order:update", "work_order:complete"), s -> s.workOrders()
                    .tick(STEP, true, null)),
            row("WorkOrderService.reword", "work_order:update", s -> s.workOrders()
                    .reword(STEP, "Listen")),
            row("WorkOrderService.swap", "work_order:update", s -> s.workOrders()
                    .swap(STEP, STEP)),
            row("WorkOrderService.deleteStep", "work_order:update", s -> s.workOrders()
                    .deleteStep(STEP)),
            row("CommentService.of", "work_order:read", s -> s.comments().of(ID, PAGE)),
            row("CommentService.say", "request:create", s -> s.comments().say(ID, "it hums")),
            row("UserService.list", "user:read", s -> s.users().list(AccountFilter.all(), PAGE)),
            row("UserService.roles", "user:read", s -> s.users().roles()),
            row("UserService.sessions", "user:read", s -> s.users().sessions(ID)),
            row("UserService.create", "user:create", s -> s.users().create(ACCOUNT)),
            // needs user:read as well, which every role with user:create has
            row("UserImportService.preview", "user:create", s -> s.userImports().preview(NO_FILE)),
            row("UserImportService.add", "user:create", s -> s.userImports().add(new ImportPreview(List.of()))),
            row("UserImportService.save", "user:create", s -> s.userImports().save(List.of(), NO_FILE)),
            row("UserService.save", "user:update", s -> s.users().save(ACCOUNT, "")),
            row("UserService.resetPassword", "user:update", s -> s.users().resetPassword(ID)),
            row("UserService.unlock", "user:update", s -> s.users().unlock(ID)),
            row("UserService.places", "user:read", s -> s.users().places(ID)),
            row("UserService.limit", "user:update", s -> s.users().limit(ID, List.of(), List.of())),
            row("UserService.failedTries", "user:read", s -> s.users().failedTries(null, PAGE)),
            row("UserService.endSession", "user:update", s -> s.users().endSession(ID)),
            row("UserService.endSessions", "user:update", s -> s.users().endSessions(ID)),
            row("SiteSettingsService.save", "settings:update", s -> s.siteSettings()
                    .save(s.siteSettings().read())),
            row("LedgerService.search", "audit:read", s -> s.ledger().search(LedgerFilter.all(), PAGE)),
            row("LedgerService.verify", "audit:read", s -> s.ledger().verify(0)),
            row("LedgerService.compareCopies", "audit:read", s -> s.ledger().compareCopies(0)),
            row("LedgerService.former", "audit:restore", s -> s.ledger().former(entry(), "name")),
            row("LedgerService.restore", "audit:restore", s -> s.ledger()
                    .restore(entry(), "name", new FormerValue("a", "b", 0), "why")),
            row("LedgerService.export", "audit:export", s -> exportLedger(s)),
            row("TwoFactorService.reset", "user:update", s -> s.twoFactor().reset(ID)),
            row("SignInRulesService.rules", "settings:read", s -> s.signInRules()
                    .rules()),
            row("SignInRulesService.save", "settings:update", s -> s.signInRules()
                    .save(new SignInRules(10, Set.of(), 0))),
            row("SignInRulesService.secondFactorUse", "settings:read", s -> s.signInRules()
                    .secondFactorUse()),
            row("RoleService.list", "role:read", s -> s.roles().list()),
            row("RoleService.permissions", "role:read", s -> s.roles().permissions()),
            row("RoleService.create", "role:create", s -> s.roles().create(GUEST, null)),
            row("RoleService.save", "role:update", s -> s.roles().save(GUEST, GUEST, "")),
            row("RoleService.delete", "role:delete", s -> s.roles().delete(GUEST, "")),
            // need user:update as well, and looking role:read, which every role with role:update has
            row("RoleService.merge", "role:delete", s -> s.roles().merge(GUEST, GUEST, "")),
            row("RoleService.viewAs", "role:update", s -> s.roles().viewAs(GUEST)),
            row("ActivityService.search", "work_order:read", s -> s.activities().search(ActivityFilter.all(), PAGE)),
            row("ActivityService.latest", "report:read", s -> s.activities().latest(PAGE)));

    private static void suggest(SessionServices services) {
        try {
            services.imports().suggestMapping(NO_FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LedgerEntry entry() {
        return new FakePlant().recorded(ACCOUNT, "UPDATE", "LOCATION", "1", Map.of("name", "a"), Map.of("name", "b"));
    }

    private static void exportLedger(SessionServices services) {
        try {
            services.ledger().export(LedgerFilter.all(), NO_FILE);
        } catch (UncheckedIOException noSuchFolder) {
            // past the gate
        }
    }

    @TestFactory
    Stream<DynamicTest> openExactlyWhereTheGrantsSaySo() {
        Map<String, Set<Permission>> roles = SeededRoles.all();
        return MATRIX.stream().flatMap(row -> roles.entrySet().stream()
                .map(role -> dynamicTest(row.method + " as " + role.getKey(), () -> {
                    boolean granted = role.getValue().stream().anyMatch(p -> row.opens.contains(p.key()));
                    assertThat(deniedBy(row, session(role.getKey())))
                            .as("denied")
                            .isEqualTo(!granted);
                })));
    }

    @Test
    void withoutAnyGrantEverythingIsShut() {
        FakePlant plant = SeededRoles.plant();
        plant.role("Nobody", Set.of());
        assertThat(MATRIX).allMatch(row -> deniedBy(row, plant.session("Nobody")));
    }

    @Test
    void beforeThePasswordWasChangedEverythingIsShut() {
        FakeRelationalSession session = session("Manager");
        session.demandPasswordChange();
        assertThat(MATRIX).allMatch(row -> deniedBy(row, session));
    }

    @Test
    void everyPublicMethodStandsInTheMatrixOrSaysWhyNot() {
        Set<String> methods = SERVICES.stream()
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .filter(m -> !m.isAnnotationPresent(Unrestricted.class))
                .map(RoleMatrixTest::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(MATRIX.stream().map(Row::method)).containsExactlyInAnyOrderElementsOf(methods);
    }

    static boolean deniedBy(Row row, FakeRelationalSession session) {
        SessionServices services =
                SessionServices.open(session, new FakeDocumentStore(), Clock.fixed(NOW, ZoneOffset.UTC));
        try {
            row.call.accept(services);
            return false;
        } catch (FailureException e) {
            return e.failure() instanceof Failure.Denied;
        }
    }

    static FakeRelationalSession session(String role) {
        return SeededRoles.plant().session(role);
    }

    private static String nameOf(Method m) {
        return m.getDeclaringClass().getSimpleName() + "." + m.getName();
    }

    private static Row row(String method, String permission, Consumer<SessionServices> call) {
        return row(method, Set.of(permission), call);
    }

    private static Row row(String method, Set<String> permissions, Consumer<SessionServices> call) {
        return new Row(method, permissions, call);
    }
}
