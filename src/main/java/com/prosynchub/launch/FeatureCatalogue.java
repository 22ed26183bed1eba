package com.prosynchub.launch;

import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.activity.ActivityFeature;
import com.prosynchub.ui.assets.AssetsFeature;
import com.prosynchub.ui.assettypes.AssetTypesFeature;
import com.prosynchub.ui.audit.AuditFeature;
import com.prosynchub.ui.home.HomeFeature;
import com.prosynchub.ui.imports.ImportsFeature;
import com.prosynchub.ui.ingest.IngestFeature;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.Workbench;
import com.prosynchub.ui.locations.LocationsFeature;
import com.prosynchub.ui.login.TwoFactorFeature;
import com.prosynchub.ui.metrics.MetricGridFeature;
import com.prosynchub.ui.profile.ProfileFeature;
import com.prosynchub.ui.roles.RolesFeature;
import com.prosynchub.ui.settings.SiteSettingsFeature;
import com.prosynchub.ui.trends.TrendsFeature;
import com.prosynchub.ui.users.UsersFeature;
import com.prosynchub.ui.workorders.WorkOrdersFeature;
import java.nio.file.Path;
import java.util.List;

/** Which features the shell has, in no particular order: each screen says its own. Stateless. */
final class FeatureCatalogue {
    private FeatureCatalogue() {}

    /**
     * The features of one session.
     *
     * @param checkpoints folder where interrupted imports remember how far they came
     * @param outside what belongs to the window and the installation
     */
    static List<Feature> of(
            SessionServices services, Path checkpoints, ProfileFeature.Outside outside, Workbench bench) {
        TwoFactorFeature twoFactor = new TwoFactorFeature(services, bench);
        return List.of(
                new HomeFeature(services, bench),
                new AssetsFeature(services, bench),
                new WorkOrdersFeature(services, bench),
                new TrendsFeature(services, bench),
                new MetricGridFeature(services, bench),
                new LocationsFeature(services, bench),
                new AssetTypesFeature(services, bench),
                new ActivityFeature(services, bench),
                new UsersFeature(services, bench),
                new AuditFeature(services, bench),
                twoFactor,
                new RolesFeature(services, bench),
                new ImportsFeature(services.imports(), checkpoints, bench),
                new IngestFeature(services, bench),
                new SiteSettingsFeature(services, bench),
                new ProfileFeature(services, bench, outside, twoFactor::node));
    }
}
