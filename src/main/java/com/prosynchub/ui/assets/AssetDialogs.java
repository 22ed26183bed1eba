package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.ui.kit.control.Form;
import com.prosynchub.ui.kit.control.FormField;
import com.prosynchub.ui.kit.control.LookupField;
import com.prosynchub.ui.kit.dialog.DialogBox;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.TypedForm;
import com.prosynchub.ui.kit.view.Workbench;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The dialogs of the assets screen: new asset, move, and a metric's limits. FX thread. */
final class AssetDialogs {
    private static final String NEW_ASSET = "asset/new";
    private static final String METRIC = "metric/edit";
    private static final String NEW_METRIC = "metric/new";

    private final Workbench bench;
    private final AssetSearchViewModel search;
    private final boolean seeCost;
    private final String own;
    private final Messages messages = Messages.of("assets");

    /** @param person under whose name typed work is kept that goes away with its session or its screen */
    AssetDialogs(Workbench bench, AssetSearchViewModel search, boolean seeCost, UUID person) {
        own = person + "/";
        this.bench = bench;
        this.search = search;
        this.seeCost = seeCost;
    }

    AssetForm form(AssetDraft draft, References references) {
        return new AssetForm(draft, references, picker(), seeCost);
    }

    /** Asks for a new asset; closes when it is stored. */
    void create(AssetEditorViewModel model, References references) {
        AssetForm form = form(model.draft(), references);
        Label problem = problem();
        ScrollPane scroll = new ScrollPane(new StackPane(form.node()));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("psh-dialog-scroll");
        DialogBox box = new DialogBox(messages.text("new.title")).wide();
        box.setId("new-asset");
        box.content(scroll)
                .content(problem)
                .cancel()
                .primary(messages.text("new.verb"), () -> {
                    model.save(saved -> {
                        if (saved) {
                            box.close();
                        }
                    });
                    return false;
                })
                .focusOn(form.first())
                .keeping(() -> {
                    if (model.isDirty()) {
                        bench.drafts().keep(own + NEW_ASSET, model.typedAsset());
                    }
                    return model.isDirty();
                });
        model.invalidProperty().addListener((o, before, now) -> form.show(now));
        model.failureProperty().addListener((o, before, now) -> say(problem, now));
        bench.overlay().show(box);
    }

    /** A new asset that was typed when the form went away. */
    Optional<Asset> keptAsset() {
        return told(bench.drafts().take(own + NEW_ASSET, Asset.class));
    }

    /** A metric's form that went away, with the metric as it was. */
    Optional<TypedForm> keptMetric(boolean fresh) {
        return told(bench.drafts().take(own + (fresh ? NEW_METRIC : METRIC), TypedForm.class));
    }

    private <T> Optional<T> told(Optional<T> kept) {
        kept.ifPresent(form -> bench.notices().info(messages.text("draft.dialog")));
        return kept;
    }

    /** Asks for a new parent: the keyboard's way of dragging. */
    void move(AssetNode node, Consumer<@Nullable UUID> onChosen) {
        LookupField<UUID> picker = picker();
        picker.valueProperty().set(node.parentId());
        FormField field = new FormField(messages.text("move.below"), picker);
        field.setHint(messages.text("move.hint"));
        DialogBox box = new DialogBox(messages.text("move.title", node.name()));
        box.setId("move-asset");
        box.content(field)
                .cancel()
                .primary(messages.text("move.verb"), () -> {
                    onChosen.accept(picker.valueProperty().get());
                    return true;
                })
                .focusOn(picker.field());
        bench.overlay().show(box);
    }

    /** Asks for a metric's unit and limits, or for a new metric. */
    void metric(MetricEditorViewModel model) {
        Form form = new Form(2);
        TextField name = input(model.name);
        form.addWide("name", messages.text("metric.name"), name).setHint(messages.text("metric.name.hint"));
        TextField unit = input(model.unit);
        form.addWide("unit", messages.text("metric.unit"), unit);
        form.add("min", messages.text("metric.min"), input(model.min));
        form.add("max", messages.text("metric.max"), input(model.max));
        form.add("warning", messages.text("metric.warning"), input(model.warning));
        form.add("critical", messages.text("metric.critical"), input(model.critical));
        Label rule = new Label(messages.text("metric.rule"));
        rule.setWrapText(true);
        rule.getStyleClass().addAll("psh-muted", "psh-small");
        Label problem = problem();
        name.setEditable(model.isNew());
        if (model.isNew()) {
            form.required("name");
        }
        String title = model.isNew() ? messages.text("metric.define") : messages.text("metric.title", model.name.get());
        DialogBox box = new DialogBox(title);
        box.setId("metric-dialog");
        box.content(form)
                .content(rule)
                .content(problem)
                .cancel()
                .primary(messages.text(model.isNew() ? "metric.define" : "metric.save"), () -> {
                    model.save();
                    return false;
                })
                .focusOn(model.isNew() ? name : unit)
                .keeping(() -> {
                    if (model.isTyped()) {
                        bench.drafts().keep(own + (model.isNew() ? NEW_METRIC : METRIC), model.typed());
                    }
                    return model.isTyped();
                });
        model.invalidProperty().addListener((o, before, now) -> {
            if (now == null) {
                form.clear();
            } else {
                form.show(now);
            }
        });
        model.problemProperty().addListener((o, before, now) -> show(problem, now));
        model.doneProperty().addListener((o, before, now) -> box.close());
        bench.overlay().show(box);
    }

    private LookupField<UUID> picker() {
        LookupField<UUID> picker = new LookupField<>(search, bench.tasks().ui(), messages.text("picker.none"));
        picker.field().setId("asset-picker");
        return picker;
    }

    private static TextField input(StringProperty value) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static Label problem() {
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("psh-door-problem");
        show(problem, "");
        return problem;
    }

    private void say(Label problem, @Nullable Failure failure) {
        if (failure == null) {
            show(problem, "");
        } else {
            FailureText text = FailureText.of(failure);
            show(problem, messages.text("edit.failed", text.what(), text.todo(), text.code()));
        }
    }

    private static void show(Label problem, String text) {
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
        problem.setManaged(!text.isEmpty());
    }
}
