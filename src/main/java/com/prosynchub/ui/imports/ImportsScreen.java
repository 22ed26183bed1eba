package com.prosynchub.ui.imports;

import com.prosynchub.service.metric.MetricImportService;
import com.prosynchub.ui.kit.view.Screen;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.Workbench;
import java.nio.file.Path;
import javafx.scene.Node;

/** The import screen; a running import goes on while another screen is shown. FX thread. */
final class ImportsScreen implements Screen {
    private final ImportsViewModel model;
    private final ImportsView view;

    ImportsScreen(MetricImportService imports, Path checkpoints, Workbench bench) {
        model = new ImportsViewModel(imports, bench.tasks(), checkpoints);
        view = new ImportsView(
                model,
                new ImportFiles(() -> bench.overlay().getScene() == null
                        ? null
                        : bench.overlay().getScene().getWindow()),
                bench.formats(),
                new StatePane(bench.tasks().ui()));
        model.failureProperty().subscribe(failure -> {
            if (failure != null) {
                bench.notices().failure(failure);
            }
        });
    }

    @Override
    public Node view() {
        return view.root();
    }

    @Override
    public void close() {
        model.stop();
    }

    @Override
    public boolean followsRights() {
        return true;
    }

    @Override
    public void focus() {
        view.focus();
    }
}
