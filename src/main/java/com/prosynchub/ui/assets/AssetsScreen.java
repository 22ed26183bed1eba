package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.change.Watch;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.picture.Pictures;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.LiveScreen;
import com.prosynchub.ui.kit.view.StatePane;
import com.prosynchub.ui.kit.view.UnsavedWork;
import com.prosynchub.ui.kit.view.Workbench;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Tree at the left, detail or editor at the right. Ties the models together; FX thread. */
final class AssetsScreen extends LiveScreen {
    private static final String DIVIDER = "assets.divider";
    private static final String EDITOR = "edit";

    private final SessionServices services;
    private final Workbench bench;
    private final AssetRights rights;
    private final ReferencesViewModel references;
    private final AssetTreeViewModel tree;
    private final AssetDetailViewModel detail;
    private final AssetActionsViewModel actions;
    private final MetricsViewModel metrics;
    private final AssetDialogs dialogs;
    private final KeptForms kept;
    private final AssetTreeView treeView;
    private final AssetDetailView detailView;
    private final MetricsPane metricsPane;
    private final AssetTrend trend;
    private final AssetHistory history;
    private final StackPane right = new StackPane();
    private final SplitPane root;
    private @Nullable AssetEditorViewModel editor;
    private boolean stepping;

    AssetsScreen(SessionServices services, Workbench bench) {
        this.services = services;
        this.bench = bench;
        rights = AssetRights.of(services.gate());
        references =
                new ReferencesViewModel(services.gate(), services.assetTypes(), services.locations(), bench.tasks());
        tree = new AssetTreeViewModel(services.assets(), bench.tasks());
        detail = new AssetDetailViewModel(services.assets(), references, bench.tasks());
        actions = new AssetActionsViewModel(
                services.assets(), bench.tasks(), bench.notices(), bench.dialogs(), this::touched);
        metrics = new MetricsViewModel(services.metrics(), services.changes(), bench.tasks(), bench.notices());
        dialogs = new AssetDialogs(
                bench,
                new AssetSearchViewModel(services.assets(), bench.tasks()),
                rights.seeCost(),
                services.gate().user().userId());
        kept = new KeptForms(services, bench.tasks(), rights, dialogs);
        Commands commands = new Commands();
        AssetTreeMenu menu = new AssetTreeMenu(tree, rights, commands);
        treeView = new AssetTreeView(
                tree, bench.tasks().ui(), () -> references.referencesProperty().get(), menu);
        detailView = new AssetDetailView(
                detail,
                bench.tasks().ui(),
                rights,
                commands,
                new FactsPane(bench.formats(), rights.seeCost(), new Pictures(bench.tasks())),
                tree::reveal);
        metricsPane = new MetricsPane(
                metrics,
                rights,
                commands,
                bench.formats(),
                new StatePane(bench.tasks().ui()));
        metricsPane.remember(bench.preferences());
        trend = new AssetTrend(services.trends(), metrics, bench);
        history = new AssetHistory(services.activities(), bench);
        detailView.fill(
                rights.readMetrics() ? metricsPane : null,
                rights.readMetrics() ? trend.node() : null,
                new ChildrenPane(detail, () -> references.referencesProperty().get(), tree::reveal),
                history.node());
        detailView.onTrendShown(trend::shown);
        detailView.onHistoryShown(history::shown);
        right.getChildren().add(detailView.root());
        root = new SplitPane(treeView.root(), right);
        arrange();
        follow();
    }

    private void arrange() {
        SplitPane.setResizableWithParent(treeView.root(), false);
        root.setDividerPositions(bench.preferences().getInt(DIVIDER, 28) / 100.0);
        root.getDividers().getFirst().positionProperty().addListener((o, before, now) -> bench.preferences()
                .putInt(DIVIDER, (int) Math.round(now.doubleValue() * 100)));
        treeView.search().bindFocusKey(root);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        references.referencesProperty().addListener((o, before, now) -> {
            treeView.redraw();
            detail.reload();
            kept.asset(now, this::created);
            kept.metric(metrics::reload, tree::reveal);
        });
        tree.selectedProperty().addListener((o, before, now) -> chosen(before, now));
    }

    private void follow() {
        whenShown(references::load);
        whenShown(tree::load);
        whileShown(() -> {
            ChangedAssets collector = new ChangedAssets(bench.tasks().ui(), this::announced);
            Watch watch = services.changes().subscribe(Set.of(ChangeService.ASSETS), collector::add);
            return () -> {
                watch.close();
                collector.close();
            };
        });
        whileShown(metrics::start, metrics::stop);
        whileShown(trend::resume, trend::pause);
        whileShown(history::resume, history::pause);
        rereadOn(
                bench.tasks().ui(),
                history::refresh,
                signal -> services.changes().subscribe(Set.of(ChangeService.ACTIVITIES), c -> signal.run())::close);
        whenShown(detail::reload);
        whileShown(() -> bench.tasks().ui().every(Duration.ofSeconds(1), metricsPane::tick));
    }

    @Override
    public @Nullable Node whileLocked() {
        return trend.isShown() ? trend.node() : null;
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void close() {
        AssetEditorViewModel open = editor;
        if (open != null && open.isDirty() && !open.isNew()) {
            bench.drafts().keep(draftKey(open.base().id()), open.typedAsset());
        }
        trend.close();
    }

    @Override
    public void open(String target) {
        String[] parts = target.split("/", 2);
        tree.reveal(UUID.fromString(parts[0]));
        if (parts.length > 1) {
            if (parts[1].equals(EDITOR)) {
                detail.whenShown(UUID.fromString(parts[0]), this::edit);
            } else {
                detailView.showTab(parts[1]);
            }
        }
    }

    @Override
    public String place() {
        UUID chosen = tree.selectedProperty().get();
        return chosen == null ? "" : editor == null ? chosen.toString() : chosen + "/" + EDITOR;
    }

    @Override
    public void refresh() {
        references.load();
        tree.load();
        detail.reload();
        metrics.reload();
    }

    @Override
    public void focus() {
        treeView.focus();
    }

    @Override
    public UnsavedWork unsavedWork() {
        AssetEditorViewModel open = editor;
        return open == null ? UnsavedWork.NONE : open;
    }

    /** Opens the dialog for a new asset below the chosen one. */
    void createBelowChosen() {
        create(treeView.selectedNode());
    }

    private void announced(Set<UUID> ids, boolean anything) {
        tree.changed(ids, anything);
        UUID shown = detail.shownProperty().get();
        if (anything || (shown != null && ids.contains(shown))) {
            detail.reload();
        }
    }

    private void touched(Set<UUID> ids) {
        announced(ids, false);
    }

    private void chosen(@Nullable UUID before, @Nullable UUID now) {
        AssetEditorViewModel open = editor;
        if (stepping) {
            return;
        }
        if (open == null || !open.isDirty()) {
            show(now);
            return;
        }
        // The question comes first; until it is answered the tree stands where the editor is.
        stepping = true;
        tree.selectedProperty().set(before);
        stepping = false;
        bench.dialogs().unsaved(choice -> {
            switch (choice) {
                case SAVE ->
                    open.save(saved -> {
                        if (saved) {
                            tree.selectedProperty().set(now);
                        }
                    });
                case DISCARD -> {
                    open.discard();
                    tree.selectedProperty().set(now);
                }
                case STAY -> {}
            }
        });
    }

    private void show(@Nullable UUID id) {
        closeEditor();
        detail.show(id);
        metrics.show(id);
        trend.show(id);
        history.show(id);
    }

    private void create(@Nullable AssetNode parent) {
        if (!rights.create()) {
            return;
        }
        AssetFacts facts = detail.factsProperty().get();
        boolean known = parent != null && facts != null && facts.asset().id().equals(parent.id());
        AssetEditorViewModel model = AssetEditorViewModel.create(
                services.assets(), bench.tasks(), known && facts != null ? facts.asset() : null, this::created);
        if (!known && parent != null) {
            model.draft().parent.set(parent.id());
            model.draft().location.set(parent.locationId());
        }
        dialogs.create(model, references.referencesProperty().get());
    }

    private void created(Asset asset) {
        UUID parent = asset.parentAssetId();
        bench.notices().success(Messages.of("assets").text("new.done", asset.name()));
        announced(parent == null ? Set.of(asset.id()) : Set.of(asset.id(), parent), false);
        tree.reveal(asset.id());
    }

    private void edit() {
        AssetFacts facts = detail.factsProperty().get();
        if (facts == null || !rights.update()) {
            return;
        }
        AssetEditorViewModel model =
                AssetEditorViewModel.edit(services.assets(), bench.tasks(), facts.asset(), this::saved);
        bench.drafts().take(draftKey(facts.asset().id()), Asset.class).ifPresent(draft -> {
            model.restore(draft);
            bench.notices()
                    .info(Messages.of("assets")
                            .text("draft.restored", facts.asset().name()));
        });
        References names = references.referencesProperty().get();
        AssetEditorView view = new AssetEditorView(
                model, dialogs.form(model.draft(), names), names, bench.overlay(), () -> cancel(model));
        editor = model;
        right.getChildren().setAll(view.root());
        view.focus();
    }

    private void cancel(AssetEditorViewModel model) {
        if (!model.isDirty()) {
            closeEditor();
            return;
        }
        bench.dialogs().unsaved(choice -> {
            switch (choice) {
                case SAVE -> model.save();
                case DISCARD -> closeEditor();
                case STAY -> {}
            }
        });
    }

    private void saved(Asset asset) {
        closeEditor();
        bench.notices().success(Messages.of("assets").text("edit.done", asset.name()));
        announced(Set.of(asset.id()), false);
    }

    private void closeEditor() {
        if (editor != null) {
            editor = null;
            right.getChildren().setAll(detailView.root());
        }
    }

    private String draftKey(UUID asset) {
        return services.gate().user().userId() + "/asset/" + asset;
    }

    private void onKey(KeyEvent event) {
        AssetNode node = treeView.selectedNode();
        if (Shortcut.NEW.match(event) && rights.create()) {
            create(node);
        } else if (Shortcut.MOVE.match(event) && rights.update() && node != null) {
            moveTo(node);
        } else {
            return;
        }
        event.consume();
    }

    private void moveTo(AssetNode node) {
        dialogs.move(node, target -> actions.moveTo(node, target));
    }

    /** Hands what the views ask for to the models and dialogs. */
    private final class Commands implements AssetCommands, MetricCommands {
        @Override
        public void create(@Nullable AssetNode parent) {
            AssetsScreen.this.create(parent);
        }

        @Override
        public void edit(AssetNode node) {
            // Its record may still be on its way: until it is here another asset's is shown.
            tree.selectedProperty().set(node.id());
            detail.whenShown(node.id(), AssetsScreen.this::edit);
        }

        @Override
        public void move(AssetNode node, @Nullable AssetNode target) {
            actions.move(node, target);
        }

        @Override
        public void moveTo(AssetNode node) {
            AssetsScreen.this.moveTo(node);
        }

        @Override
        public void delete(AssetNode node) {
            actions.delete(node);
        }

        @Override
        public void changeStatus(AssetNode node, AssetStatus status) {
            actions.changeStatus(node, status);
        }

        @Override
        public void define() {
            UUID asset = metrics.assetProperty().get();
            if (asset != null) {
                dialogs.metric(MetricEditorViewModel.define(services.metrics(), bench.tasks(), asset, metrics::reload));
            }
        }

        @Override
        public void edit(AssetMetric metric) {
            dialogs.metric(MetricEditorViewModel.edit(services.metrics(), bench.tasks(), metric, metrics::reload));
        }

        @Override
        public void delete(AssetMetric metric) {
            Messages messages = Messages.of("assets");
            bench.dialogs()
                    .danger(
                            messages.text("metric.delete.title", metric.name()),
                            messages.text("metric.delete.text", metric.name()),
                            messages.text("metric.delete"),
                            () -> metrics.delete(metric));
        }
    }
}
