package com.prosynchub.ui.shell;

import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenSpec;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** The screens a person may see, one button each; folds to icons. FX thread. */
final class RailView extends VBox {
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private final ToggleGroup group = new ToggleGroup();
    private final Messages messages = Messages.of("shell");
    private final Navigator navigator;
    private final BooleanBinding folded;
    private final VBox buttons = new VBox();

    /** @param compact whether there is room for icons only, whatever the person chose */
    RailView(List<ScreenSpec> screens, Navigator navigator, BooleanProperty folded, ReadOnlyBooleanProperty compact) {
        this.navigator = navigator;
        this.folded = folded.or(compact);
        getStyleClass().add("psh-rail");
        buttons.getStyleClass().add("psh-rail-buttons");
        show(screens);
        // Large letters in a low window: the rest is reached with the wheel.
        ScrollPane scroll = new ScrollPane(buttons);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("psh-page-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ToggleButton fold = new ToggleButton(messages.text("rail.fold"), Icons.large(CarbonIcons.OPEN_PANEL_LEFT));
        fold.getStyleClass().addAll("psh-rail-button", "psh-rail-fold");
        fold.setMaxWidth(Double.MAX_VALUE);
        fold.selectedProperty().bindBidirectional(folded);
        fold.setFocusTraversable(false);
        fold.visibleProperty().bind(compact.not());
        fold.managedProperty().bind(compact.not());
        dress(fold, messages.text("rail.unfold"));
        getChildren().addAll(scroll, fold);
        this.folded.subscribe(now -> pseudoClassStateChanged(FOLDED, now));
        navigator.currentProperty().subscribe(this::mark);
    }

    /** Shows a button for each of these screens and no other. */
    void show(List<ScreenSpec> screens) {
        buttons.getChildren().clear();
        group.getToggles().clear();
        int number = 1;
        for (ScreenSpec spec : screens) {
            buttons.getChildren().add(button(spec, number++));
        }
        mark(navigator.currentProperty().get());
    }

    private ToggleButton button(ScreenSpec spec, int number) {
        ToggleButton button = new ToggleButton(spec.title(), Icons.large(spec.icon()));
        button.getStyleClass().add("psh-rail-button");
        button.setId("rail-" + spec.id());
        button.setUserData(spec.id());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setOnAction(e -> {
            navigator.open(spec.id());
            mark(navigator.currentProperty().get());
        });
        Tooltip tip = new Tooltip(spec.title());
        tip.setOnShowing(e -> tip.setText(withKeys(spec, number)));
        button.setTooltip(tip);
        dress(button, spec.title());
        return button;
    }

    /** Asked when the tip is shown: the person may have chosen other keys meanwhile. */
    private String withKeys(ScreenSpec spec, int number) {
        KeyCombination keys = Commands.keysOf(spec, number - 1);
        return keys == null ? spec.title() : messages.text("rail.keys", spec.title(), keys.getDisplayText());
    }

    private void dress(ToggleButton button, String spoken) {
        button.setAccessibleText(spoken);
        button.contentDisplayProperty()
                .bind(folded.map(now -> now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    }

    /** Marks where the person is; asking first may have left everything as it was. */
    private void mark(@Nullable ScreenSpec spec) {
        group.getToggles()
                .forEach(toggle -> toggle.setSelected(spec != null && spec.id().equals(toggle.getUserData())));
    }
}
