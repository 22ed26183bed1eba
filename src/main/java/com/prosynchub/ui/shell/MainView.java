package com.prosynchub.ui.shell;

import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.keys.Shortcut;
import com.prosynchub.ui.kit.notice.Banner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.FxmlLoader;
import com.prosynchub.ui.kit.view.Screen;
import com.prosynchub.ui.kit.view.ScreenSpec;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The frame: rail, top bar, banner, content and status line. FX thread. */
final class MainView {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    /** Widths of a letter that the bar needs to show every name. */
    private static final double ROOMY = 95;

    private final BorderPane root;
    private final ReadOnlyBooleanWrapper compact = new ReadOnlyBooleanWrapper();
    private final Messages messages = Messages.of("shell");
    private final Navigator navigator;

    @FXML
    private Button back;

    @FXML
    private Button forward;

    @FXML
    private HBox path;

    @FXML
    private Label site;

    @FXML
    private Label slash;

    @FXML
    private Label title;

    @FXML
    private Button search;

    @FXML
    private StackPane alarmBar;

    @FXML
    private HBox topRight;

    @FXML
    private StackPane lookBox;

    @FXML
    private StackPane bannerBox;

    @FXML
    private StackPane railBox;

    @FXML
    private StackPane content;

    @FXML
    private VBox statusBox;

    MainView(Navigator navigator, String siteName) {
        this.navigator = navigator;
        root = FxmlLoader.load(this, messages);
        site.setText(siteName.isEmpty() ? messages.text("window.title") : siteName);
        back.setGraphic(Icons.of(CarbonIcons.ARROW_LEFT));
        back.setOnAction(e -> navigator.back());
        forward.setGraphic(Icons.of(CarbonIcons.ARROW_RIGHT));
        forward.setOnAction(e -> navigator.forward());
        search.setGraphic(Icons.of(CarbonIcons.SEARCH));
        nameSearch();
        navigator.currentProperty().subscribe(this::show);
        // Of the scene and not of the frame, which is as wide as its parts need at least.
        ObservableValue<Number> width = root.sceneProperty().flatMap(Scene::widthProperty);
        compact.bind(Bindings.createBooleanBinding(
                () -> width.getValue() != null
                        && width.getValue().doubleValue()
                                < ROOMY * title.getFont().getSize(),
                width,
                title.fontProperty()));
        compact.subscribe(now -> root.pseudoClassStateChanged(COMPACT, now));
        // The title is cut short before the bell and the person leave the window.
        ObservableValue<Double> least = compact.map(now -> now ? 0.0 : Region.USE_PREF_SIZE);
        title.minWidthProperty().bind(least);
        path.minWidthProperty().bind(least);
        for (Label name : List.of(site, slash)) {
            name.visibleProperty().bind(compact.not());
            name.managedProperty().bind(compact.not());
        }
    }

    /** Whether the window is narrow for the size of its letters: names give way to icons then. */
    ReadOnlyBooleanProperty compactProperty() {
        return compact.getReadOnlyProperty();
    }

    BorderPane root() {
        return root;
    }

    /** Puts the parts in that have models of their own. */
    void assemble(Node rail, Node alarms, Node status) {
        railBox.getChildren().setAll(rail);
        alarmBar.getChildren().setAll(alarms);
        statusBox.getChildren().setAll(status);
    }

    void addRight(Node... nodes) {
        topRight.getChildren().addAll(nodes);
    }

    void onSearch(Runnable action) {
        search.setOnAction(e -> action.run());
    }

    /** Says across the window that it is another role's; an empty sentence takes the band away. */
    void look(String sentence, Runnable stop) {
        lookBox.getChildren().clear();
        if (!sentence.isEmpty()) {
            Banner band = Banner.info(sentence).action(messages.text("look.stop"), stop);
            band.setId("look-band");
            lookBox.getChildren().add(band);
        }
        lookBox.setManaged(!sentence.isEmpty());
        lookBox.setVisible(!sentence.isEmpty());
    }

    /** Says across the window what is down; an empty sentence takes the banner away. */
    void banner(String sentence) {
        bannerBox.getChildren().clear();
        if (!sentence.isEmpty()) {
            bannerBox.getChildren().add(Banner.critical(sentence));
        }
        bannerBox.setManaged(!sentence.isEmpty());
        bannerBox.setVisible(!sentence.isEmpty());
    }

    /** Its keys may have been chosen anew on the screen before. */
    private void nameSearch() {
        KeyCombination keys = Shortcut.PALETTE.keys();
        search.setText(messages.text("search.button", keys == null ? "" : keys.getDisplayText()));
    }

    private void show(@Nullable ScreenSpec spec) {
        nameSearch();
        Screen screen = navigator.screen();
        if (spec == null || screen == null) {
            content.getChildren().clear();
            title.setText("");
            return;
        }
        title.setText(spec.title());
        content.getChildren().setAll(screen.view());
    }
}
