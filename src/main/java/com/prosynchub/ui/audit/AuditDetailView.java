package com.prosynchub.ui.audit;

import com.prosynchub.model.audit.FieldChange;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.theme.Styles;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One entry: who, when, from where, why, and each field before and after. FX thread. */
final class AuditDetailView {
    private static final double LABEL_WIDTH = 96;

    private final Messages messages = Messages.of("audit");
    private final Formats formats;
    private final Label heading = new Label();
    private final Label none;
    private final GridPane facts = new GridPane();
    private final TableView<FieldChange> changes = new TableView<>();
    private final FlowPane actions = new FlowPane();
    private final VBox content;
    private final VBox root;
    private @Nullable LedgerEntry shown;

    AuditDetailView(AuditViewModel model, Formats formats) {
        this.formats = formats;
        none = new Label(messages.text("detail.none"));
        none.getStyleClass().add("psh-placeholder");
        none.setWrapText(true);
        heading.getStyleClass().add(Styles.HEADING);
        heading.setId("audit-heading");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        facts.setHgap(8);
        facts.setVgap(6);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(new ColumnConstraints(), values);
        changes.setId("audit-changes");
        changes.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        changes.getColumns().add(Columns.text(messages.text("field"), c -> AuditWords.field(c.field())));
        changes.getColumns().add(Columns.text(messages.text("before"), c -> AuditWords.value(c.before())));
        changes.getColumns().add(Columns.text(messages.text("after"), c -> AuditWords.value(c.after())));
        Columns.placeholder(changes, messages.text("changes.none"));
        VBox.setVgrow(changes, Priority.ALWAYS);
        Button person = Buttons.secondary(messages.text("only.person"), () -> model.onlyPersonOf(shown));
        person.setId("audit-only-person");
        Button record = Buttons.secondary(messages.text("only.record"), () -> model.onlyRecordOf(shown));
        record.setId("audit-only-record");
        actions.getStyleClass().add("psh-gap-8");
        actions.setHgap(8);
        actions.setVgap(8);
        actions.getChildren().addAll(person, record);
        content = new VBox(heading, facts, actions, changes);
        content.getStyleClass().addAll("psh-gap-16");
        VBox.setVgrow(content, Priority.ALWAYS);
        root = new VBox(none, content);
        root.getStyleClass().addAll("psh-detail", "psh-page");
        show(null);
    }

    Node root() {
        return root;
    }

    /** Offers to take back the chosen field of a changed record. */
    void offerRestore(BiConsumer<LedgerEntry, FieldChange> act) {
        Button restore = Buttons.secondary(messages.text("restore"), () -> {
            LedgerEntry entry = shown;
            FieldChange change = changes.getSelectionModel().getSelectedItem();
            if (entry != null && change != null) {
                act.accept(entry, change);
            }
        });
        restore.setId("audit-restore");
        restore.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> shown == null
                                || !shown.action().equals("UPDATE")
                                || changes.getSelectionModel().getSelectedItem() == null,
                        changes.getSelectionModel().selectedItemProperty()));
        restore.setTooltip(new Tooltip(messages.text("restore.tip")));
        actions.getChildren().add(restore);
    }

    void show(@Nullable LedgerEntry entry) {
        shown = entry;
        none.setVisible(entry == null);
        none.setManaged(entry == null);
        content.setVisible(entry != null);
        if (entry == null) {
            return;
        }
        heading.setText(messages.text(
                "detail.heading",
                AuditWords.action(entry.action()),
                AuditWords.entity(entry.entityType()),
                AuditWords.value(AuditWords.thing(entry))));
        facts.getChildren().clear();
        fact("number", entry.number() == null ? messages.text("unsealed") : formats.number(entry.number()));
        fact("time", formats.absolute(entry.at()));
        fact(
                "person",
                entry.username() == null
                        ? AuditWords.person(entry)
                        : messages.text("person.full", AuditWords.person(entry), entry.username()));
        fact("host", AuditWords.value(entry.host()));
        fact("agent", AuditWords.value(entry.agent()));
        fact("reason", AuditWords.value(entry.reason()));
        fact("key", AuditWords.value(entry.entityKey()));
        fact("fingerprint", AuditWords.value(entry.fingerprint()));
        changes.getItems().setAll(entry.changes());
        actions.getChildren().getFirst().setDisable(entry.userId() == null);
        actions.getChildren().get(1).setDisable(entry.entityKey() == null);
    }

    private void fact(String key, String value) {
        Label name = new Label(messages.text(key));
        name.getStyleClass().add(Styles.MUTED);
        name.setMinWidth(LABEL_WIDTH);
        Label text = new Label(value);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        if (key.equals("fingerprint") || key.equals("key")) {
            text.getStyleClass().add("psh-mono");
        }
        facts.addRow(facts.getRowCount(), name, text);
    }
}
