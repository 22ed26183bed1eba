package com.prosynchub.ui.login;

import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the start as one bar and one sentence, or the problem that ended it. FX thread. */
public final class StartupView {
    private final HBox root;

    @FXML
    private StackPane brand;

    @FXML
    private VBox progressBox;

    @FXML
    private ProgressBar bar;

    @FXML
    private Label sentence;

    @FXML
    private VBox problemBox;

    @FXML
    private Label problemWhat;

    @FXML
    private Label problemTodo;

    @FXML
    private Button copy;

    @FXML
    private Button quit;

    /**
     * Builds the view.
     *
     * @param onQuit called when the person gives up after a problem
     */
    public StartupView(StartupViewModel model, Runnable onQuit) {
        root = FxmlLoader.load(this, Messages.of("login"));
        brand.getChildren().add(new BrandPane());
        bar.progressProperty().bind(model.fractionProperty());
        sentence.textProperty().bind(model.sentenceProperty());
        quit.setOnAction(e -> onQuit.run());
        model.problemProperty().addListener((o, old, now) -> show(now));
        show(model.problemProperty().get());
    }

    public HBox root() {
        return root;
    }

    private void show(@Nullable StartupProblem problem) {
        progressBox.setVisible(problem == null);
        progressBox.setManaged(problem == null);
        problemBox.setVisible(problem != null);
        problemBox.setManaged(problem != null);
        if (problem != null) {
            problemWhat.setText(problem.what());
            problemTodo.setText(problem.todo());
            copy.setOnAction(e -> copy(problem));
            quit.requestFocus();
        }
    }

    private static void copy(StartupProblem problem) {
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join("\n", problem.what(), problem.todo(), problem.details()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
