package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.ConflictDialog;
import com.prosynchub.ui.kit.dialog.OverlayHost;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.notice.Banner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The editor of one asset in place of its detail: form, Save (Ctrl+S), Cancel, and the question a conflict asks. FX thread. */
final class AssetEditorView {

    private final VBox root;
    private final AssetEditorViewModel model;
    private final AssetForm form;
    private final OverlayHost overlay;
    private final References references;
    private final Messages messages = Messages.of("assets");

    @FXML
    private StackPane headerBox;

    @FXML
    private VBox problemBox;

    @FXML
    private ScrollPane scroll;

    AssetEditorView(
            AssetEditorViewModel model, AssetForm form, References references, OverlayHost overlay, Runnable onCancel) {
        this.model = model;
        this.form = form;
        this.references = references;
        this.overlay = overlay;
        root = FxmlLoader.load(this, messages);
        String name = model.base().name();
        PageHeader header =
                new PageHeader(model.isNew() ? messages.text("new.title") : messages.text("edit.title", name));
        Button cancel = Buttons.secondary(messages.text("edit.cancel"), onCancel);
        cancel.setId("editor-cancel");
        Button save = Buttons.primary(messages.text(model.isNew() ? "new.verb" : "edit.save"), model::save);
        save.setId("editor-save");
        save.disableProperty().bind(model.dirtyProperty().not().or(model.busyProperty()));
        header.actions().addAll(cancel, save);
        headerBox.getChildren().add(header);
        StackPane padded = new StackPane(form.node());
        padded.getStyleClass().add("psh-editor-form");
        scroll.setContent(padded);
        root.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (Shortcut.SAVE.match(e)) {
                model.save();
                e.consume();
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                onCancel.run();
                e.consume();
            }
        });
        model.invalidProperty().subscribe(this::showInvalid);
        model.failureProperty().subscribe(this::showFailure);
        model.conflict().property().subscribe(this::showConflict);
    }

    VBox root() {
        return root;
    }

    void focus() {
        // The form is in the scene only once the scroll pane has its skin; before that nothing could take the focus.
        root.applyCss();
        root.layout();
        form.first().requestFocus();
    }

    private void showInvalid(Failure.@Nullable Invalid invalid) {
        List<Violation> homeless = form.show(invalid);
        problemBox.getChildren().clear();
        if (!homeless.isEmpty()) {
            problemBox
                    .getChildren()
                    .add(Banner.warning(homeless.stream().map(FailureText::of).collect(Collectors.joining(" "))));
        }
    }

    private void showFailure(@Nullable Failure failure) {
        problemBox.getChildren().clear();
        if (failure != null) {
            FailureText text = FailureText.of(failure);
            problemBox
                    .getChildren()
                    .add(Banner.critical(messages.text("edit.failed", text.what(), text.todo(), text.code())));
        }
    }

    private void showConflict(@Nullable Conflict<Asset> conflict) {
        if (conflict != null) {
            overlay.show(ConflictDialog.make(
                    conflict.theirs().name(),
                    conflict,
                    field -> messages.text("field." + field),
                    this::named,
                    model.conflict()));
        }
    }

    private String named(String field, String value) {
        return switch (field) {
            case "assetTypeId" -> references.typeName(Integer.parseInt(value));
            case "locationId" -> references.place(Integer.valueOf(value));
            default -> value;
        };
    }
}
