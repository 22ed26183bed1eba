package com.prosynchub.ui;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.fake.FakeRelationalGate;
import com.prosynchub.service.access.SessionListener;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.activity.ActivityFeature;
import com.prosynchub.ui.assets.AssetsFeature;
import com.prosynchub.ui.assettypes.AssetTypesFeature;
import com.prosynchub.ui.audit.AuditFeature;
import com.prosynchub.ui.home.HomeFeature;
import com.prosynchub.ui.imports.ImportsFeature;
import com.prosynchub.ui.ingest.IngestFeature;
import com.prosynchub.ui.kit.prefs.MemoryPreferences;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.FxTaskRunner;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.task.UiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.theme.Appearance;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.Workbench;
import com.prosynchub.ui.locations.LocationsFeature;
import com.prosynchub.ui.login.TwoFactorFeature;
import com.prosynchub.ui.metrics.MetricGridFeature;
import com.prosynchub.ui.profile.AboutFacts;
import com.prosynchub.ui.profile.ProfileFeature;
import com.prosynchub.ui.roles.RolesFeature;
import com.prosynchub.ui.settings.SiteSettingsFeature;
import com.prosynchub.ui.shell.Shell;
import com.prosynchub.ui.shell.ShellDoor;
import com.prosynchub.ui.shell.ShellFeature;
import com.prosynchub.ui.shell.ShellOptions;
import com.prosynchub.ui.trends.TrendsFeature;
import com.prosynchub.ui.users.UsersFeature;
import com.prosynchub.ui.workorders.WorkOrdersFeature;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** The whole frame over a sample plant, with a clock that stands still, so that pictures do not change. FX thread. */
public final class SampleWindow {
    public final SamplePlant site;
    public final TaskRunner tasks;
    public final Formats formats = new Formats(ZoneOffset.UTC, locale(), InstantSource.fixed(SamplePlant.NOW));
    public final MemoryPreferences preferences = new MemoryPreferences();
    public final Shell shell;
    private final AtomicReference<Workbench> bench = new AtomicReference<>();

    public SampleWindow(SamplePlant site) {
        this.site = site;
        tasks = new FxTaskRunner(Runnable::run, new StandingClock());
        preferences.put("theme", "light");
        shell = new ShellFeature(tasks, formats, preferences, site.health())
                .open(
                        site.services,
                        new ShellOptions(
                                "Nordholm dairy",
                                "0.1.0",
                                new Appearance(preferences),
                                new ShellDoor(signIn(site), next -> {}),
                                () -> {}),
                        given -> {
                            bench.set(given);
                            return features(site.services, given);
                        });
    }

    /** Britain's for English, so that tests read the same wherever they run. */
    private static Locale locale() {
        Language language = Language.current();
        return language == Language.ENGLISH ? Locale.UK : language.locale();
    }

    public Workbench bench() {
        return bench.get();
    }

    public static List<Feature> features(SessionServices services, Workbench bench) {
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
                new TwoFactorFeature(services, bench),
                new RolesFeature(services, bench),
                new ImportsFeature(services.imports(), java.nio.file.Path.of("target", "checkpoints"), bench),
                new IngestFeature(services, bench),
                new SiteSettingsFeature(services, bench),
                new ProfileFeature(
                        services,
                        bench,
                        new ProfileFeature.Outside(
                                new Appearance(bench.preferences()),
                                new AboutFacts("0.1.0", true, "~/.local/share/prosynchub", ""),
                                language -> {}),
                        new TwoFactorFeature(services, bench)::node));
    }

    /** Hears of no session. */
    public static final SessionListener DEAF = new SessionListener() {
        @Override
        public void opened(RelationalSession session) {}

        @Override
        public void closing(RelationalSession session) {}
    };

    /** Signs in against the fakes. */
    public static SignInService signIn(SamplePlant site) {
        return new SignInService(new FakeRelationalGate(site.plant), DEAF, "test");
    }

    /** The FX thread under a clock that stands still. */
    public static final class StandingClock implements UiScheduler {
        private final FxUiScheduler real = new FxUiScheduler();

        @Override
        public boolean isUiThread() {
            return real.isUiThread();
        }

        @Override
        public void post(Runnable action) {
            real.post(action);
        }

        @Override
        public Cancellable after(Duration delay, Runnable action) {
            return real.after(delay, action);
        }

        @Override
        public Cancellable every(Duration interval, Runnable action) {
            return real.every(interval, action);
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(SamplePlant.NOW);
        }
    }
}
