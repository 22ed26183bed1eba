package com.prosynchub.ui.login;

import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Asks once, on an empty data directory, what it shall become. FX thread. */
public final class FirstStartView {
    private final HBox root;

    @FXML
    private StackPane brand;

    @FXML
    private Button demo;

    @FXML
    private Button empty;

    @FXML
    private Label place;

    /**
     * Builds the view.
     *
     * @param dataDirectory where the data will be kept, as shown to the person
     */
    public FirstStartView(FirstStartViewModel model, String dataDirectory) {
        Messages messages = Messages.of("login");
        root = FxmlLoader.load(this, messages);
        brand.getChildren().add(new BrandPane());
        place.setText(messages.text("first.place", dataDirectory));
        demo.disableProperty().bind(model.chosenProperty());
        empty.disableProperty().bind(model.chosenProperty());
        demo.setOnAction(e -> model.choose(FirstStartViewModel.Choice.DEMO));
        empty.setOnAction(e -> model.choose(FirstStartViewModel.Choice.EMPTY));
    }

    public HBox root() {
        return root;
    }
}
