package com.prosynchub.ui.imports;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.Screenshots;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.metric.MetricImportService;
import com.prosynchub.service.metric.MetricIngest;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import com.prosynchub.ui.kit.task.FxUiScheduler;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.kit.view.StatePane;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;

/** Pictures of the import screen over a measurement file and a mapping, given as arguments. Run by hand. */
public final class ImportsDemo {
    private ImportsDemo() {}

    public static void main(String[] args) throws InterruptedException {
        FxToolkitExtension.start();
        for (Theme theme : Theme.values()) {
            SamplePlant site = new SamplePlant("Manager");
            ImportsViewModel model = Fx.call(() -> new ImportsViewModel(
                    new MetricImportService(
                            new SessionAccessGate(site.session),
                            site.session,
                            new MetricIngest(site.documents.metricHistory(), site.session.ingest(), site.clock),
                            site.documents.metricHistory(),
                            site.clock),
                    new DirectTaskRunner(),
                    Path.of(System.getProperty("java.io.tmpdir"))));
            Formats formats = new Formats(ZoneOffset.UTC, Locale.UK, site.clock);
            ImportsView view = Fx.call(() ->
                    new ImportsView(model, new ImportFiles(() -> null), formats, new StatePane(new FxUiScheduler())));
            Screenshots.take("import-empty", () -> new StackPane(view.root()), theme, 1080, 750, 100);
            Fx.run(() -> {
                model.loadMapping(Path.of(args[1]));
                model.choose(Path.of(args[0]));
                model.check();
            });
            Screenshots.take("import", () -> new StackPane(view.root()), theme, 1080, 750, 100);
        }
        Platform.exit();
    }
}
