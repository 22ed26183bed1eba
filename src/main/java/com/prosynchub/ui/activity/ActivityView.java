package com.prosynchub.ui.activity;

import com.prosynchub.model.access.PersonName;
import com.prosynchub.model.audit.ActivityKind;
import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.ui.kit.control.Buttons;
import com.prosynchub.ui.kit.control.ChoiceField;
import com.prosynchub.ui.kit.control.Columns;
import com.prosynchub.ui.kit.feed.FeedLinks;
import com.prosynchub.ui.kit.feed.FeedPane;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.PageHeader;
import com.prosynchub.ui.kit.view.Workbench;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The stream as a table under its filters, and what can be done with the chosen line. FX thread. */
final class ActivityView {
    private static final double DATE_WIDTH = 130;
    private static final double CHOICE_WIDTH = 210;

    private final Region root;
    private final ActivityViewModel model;
    private final Messages messages = Messages.of("activity");
    private final FeedPane feed;
    private final ChoiceField<UUID> person;

    @FXML
    private StackPane headerBox;

    @FXML
    private FlowPane filters;

    @FXML
    private HBox actions;

    @FXML
    private StackPane feedBox;

    @SuppressWarnings("NullAway.Init") // the FXML loader fills the fields
    ActivityView(ActivityViewModel model, Workbench bench) {
        this.model = model;
        feed = new FeedPane(model.feed(), bench, "activity-table");
        person = new ChoiceField<>(messages.text("person.all"), this::nameOf);
        root = FxmlLoader.load(this, messages);
        headerBox.getChildren().add(new PageHeader(messages.text("title")));
        buildFilters();
        buildActions(bench);
        Columns.placeholder(feed.table(), messages.text("none"));
        feedBox.getChildren().add(feed);
    }

    Node root() {
        return root;
    }

    void focus() {
        feed.table().requestFocus();
    }

    private void buildFilters() {
        person.setId("activity-person");
        person.setPrefWidth(CHOICE_WIDTH);
        person.valueProperty().bindBidirectional(model.person);
        model.people()
                .subscribe(() -> person.setChoices(
                        model.people().stream().map(PersonName::id).toList()));
        filters.getChildren().add(person);
        if (model.kinds().size() > 1) {
            ChoiceField<ActivityKind> kind =
                    new ChoiceField<>(messages.text("kind.all"), k -> messages.text("kind." + k.name()));
            kind.setId("activity-kind");
            kind.setPrefWidth(CHOICE_WIDTH);
            kind.setChoices(model.kinds());
            kind.valueProperty().bindBidirectional(model.kind);
            filters.getChildren().add(kind);
        }
        filters.getChildren()
                .addAll(date("activity-from", "from", model.from), date("activity-until", "until", model.until));
        ToggleButton followed = new ToggleButton(messages.text("followed"));
        followed.setId("activity-followed");
        followed.getStyleClass().add("psh-chip");
        followed.selectedProperty().bindBidirectional(model.onlyFollowed);
        filters.getChildren().add(followed);
        Button record = Buttons.secondary("", CarbonIcons.CLOSE, () -> model.onlyRecordOf(null));
        record.setId("activity-record");
        model.onlyRecordProperty().subscribe(text -> {
            record.setText(text);
            record.setAccessibleText(messages.text("only.clear", text));
            record.setVisible(!text.isEmpty());
            record.setManaged(!text.isEmpty());
        });
        filters.getChildren().add(record);
    }

    private DatePicker date(String id, String key, ObjectProperty<@Nullable LocalDate> value) {
        DatePicker picker = new DatePicker();
        picker.setId(id);
        picker.setPromptText(messages.text(key));
        picker.setPrefWidth(DATE_WIDTH);
        picker.valueProperty().bindBidirectional(value);
        return picker;
    }

    private String nameOf(UUID id) {
        return model.people().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .map(PersonName::name)
                .orElse(Formats.NONE);
    }

    private void buildActions(Workbench bench) {
        action(
                "open",
                line -> FeedLinks.opens(line.activity()),
                line -> FeedLinks.open(bench.navigation(), line.activity()));
        action("only.record", line -> line.activity().record().isPresent(), model::onlyRecordOf);
        action("only.person", line -> true, model::onlyPersonOf);
        Button follow = action("follow", model::mayFollow, model::follow);
        follow.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.text(model.follows(feed.chosen()) ? "unfollow" : "follow"),
                        feed.table().getSelectionModel().selectedItemProperty(),
                        model.followed()));
    }

    /** A button that is enabled while a line is chosen to which it applies. */
    private Button action(String key, Predicate<ActivityLine> applies, Consumer<ActivityLine> act) {
        Button button = Buttons.secondary(messages.text(key), () -> {
            ActivityLine line = feed.chosen();
            if (line != null) {
                act.accept(line);
            }
        });
        button.setId("activity-" + key.replace('.', '-'));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> {
                            ActivityLine line = feed.chosen();
                            return line == null || !applies.test(line);
                        },
                        feed.table().getSelectionModel().selectedItemProperty(),
                        model.followed()));
        actions.getChildren().add(button);
        return button;
    }
}
