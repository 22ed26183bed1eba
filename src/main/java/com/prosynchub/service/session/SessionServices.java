package com.prosynchub.service.session;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.service.access.ProfileService;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.RoleService;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.access.SignInRulesService;
import com.prosynchub.service.access.TwoFactorService;
import com.prosynchub.service.access.UserService;
import com.prosynchub.service.activity.ActivityService;
import com.prosynchub.service.activity.NotificationService;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.service.asset.AssetTypeService;
import com.prosynchub.service.audit.LedgerService;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.home.OverviewService;
import com.prosynchub.service.location.LocationService;
import com.prosynchub.service.metric.IngestService;
import com.prosynchub.service.metric.LimitHistoryService;
import com.prosynchub.service.metric.MetricCorrectionService;
import com.prosynchub.service.metric.MetricExportService;
import com.prosynchub.service.metric.MetricGridService;
import com.prosynchub.service.metric.MetricImportService;
import com.prosynchub.service.metric.MetricIngest;
import com.prosynchub.service.metric.MetricService;
import com.prosynchub.service.metric.TrendExportService;
import com.prosynchub.service.metric.TrendService;
import com.prosynchub.service.metric.WhatIfService;
import com.prosynchub.service.metric.rollup.RollupService;
import com.prosynchub.service.people.UserImportService;
import com.prosynchub.service.site.SiteSettingsService;
import com.prosynchub.service.trend.MetricNoteService;
import com.prosynchub.service.trend.TrendViewService;
import com.prosynchub.service.workorder.CommentService;
import com.prosynchub.service.workorder.WorkOrderService;
import java.time.Clock;

/**
 * All use cases of one signed-in person; made when the session opens and thrown away when it ends.
 *
 * @param gate of this session, for the window's own questions
 * @param ingest the way in for imported values; the import asks for permission before it uses it
 */
public record SessionServices(
        SessionAccessGate gate,
        AssetService assets,
        AssetTypeService assetTypes,
        LocationService locations,
        MetricService metrics,
        TrendService trends,
        TrendExportService trendExport,
        TrendViewService trendViews,
        MetricNoteService notes,
        LimitHistoryService limitHistory,
        MetricGridService metricGrid,
        WhatIfService whatIf,
        OverviewService overview,
        ActivityService activities,
        WorkOrderService workOrders,
        CommentService comments,
        UserService users,
        UserImportService userImports,
        ProfileService profile,
        SiteSettingsService siteSettings,
        LedgerService ledger,
        TwoFactorService twoFactor,
        SignInRulesService signInRules,
        RoleService roles,
        NotificationService notifications,
        ChangeService changes,
        MetricIngest ingest,
        IngestService ingestLog,
        MetricImportService imports,
        RollupService rollups,
        MetricCorrectionService corrections,
        MetricExportService exports) {

    /** @param siteClock in the site's zone */
    public static SessionServices open(RelationalSession session, DocumentStore documents, Clock siteClock) {
        SessionAccessGate gate = new SessionAccessGate(session);
        RecordSight sight = new RecordSight(session);
        ActivityService activities = new ActivityService(gate, session, sight, documents.activities());
        NotificationService notifications = new NotificationService(gate, sight, documents.notifications());
        MetricIngest ingest = new MetricIngest(documents.metricHistory(), session.ingest(), siteClock);
        return new SessionServices(
                gate,
                new AssetService(gate, session),
                new AssetTypeService(gate, session.assetTypes(), session.unitOfWork()),
                new LocationService(gate, session.locations(), session.unitOfWork()),
                new MetricService(gate, session.metrics()),
                new TrendService(gate, sight, documents),
                new TrendExportService(gate, sight, documents.metricHistory(), session.limitHistory()),
                new TrendViewService(gate, session.trendViews(), session.user().userId()),
                new MetricNoteService(
                        gate, session.metricNotes(), session.user().userId()),
                new LimitHistoryService(gate, session.limitHistory()),
                new MetricGridService(gate, session.metricGrid(), session.unitOfWork()),
                new WhatIfService(gate, sight, documents, session.serverTime()),
                new OverviewService(gate, session, activities, notifications, siteClock),
                activities,
                new WorkOrderService(gate, session),
                new CommentService(gate, session, documents.comments(), siteClock),
                new UserService(gate, session.accounts(), session.unitOfWork()),
                new UserImportService(gate, session.accounts()),
                new ProfileService(session),
                new SiteSettingsService(gate, session.siteSettings()),
                new LedgerService(gate, session.ledger(), documents.auditLogs()),
                new TwoFactorService(gate, session.door()),
                new SignInRulesService(gate, session.door()),
                new RoleService(gate, session.roles(), session.unitOfWork()),
                notifications,
                new ChangeService(session.changes()),
                ingest,
                new IngestService(gate, session.ingestLog(), ingest),
                new MetricImportService(gate, session, ingest, documents.metricHistory(), siteClock),
                new RollupService(gate, documents, siteClock),
                new MetricCorrectionService(gate, session, documents.metricHistory()),
                new MetricExportService(gate, session, documents.metricHistory()));
    }
}
