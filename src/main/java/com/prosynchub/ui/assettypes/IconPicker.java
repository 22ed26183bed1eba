package com.prosynchub.ui.assettypes;

import com.prosynchub.ui.kit.control.Icons;
import com.prosynchub.ui.kit.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.carbonicons.CarbonIcons;

/** Chooses an icon by looking, or by typing part of its name. FX thread. */
final class IconPicker extends VBox {
    private static final int SHOWN = 60;
    /** What plants usually have, before anything is typed. */
    private static final List<CarbonIcons> USUAL = List.of(
            CarbonIcons.INDUSTRY,
            CarbonIcons.ASSET,
            CarbonIcons.FLOW,
            CarbonIcons.ROTATE,
            CarbonIcons.FLASH,
            CarbonIcons.TEMPERATURE,
            CarbonIcons.WINDY,
            CarbonIcons.METER,
            CarbonIcons.METER_ALT,
            CarbonIcons.RAIN_DROP,
            CarbonIcons.CHEMISTRY,
            CarbonIcons.CHIP,
            CarbonIcons.BUILDING,
            CarbonIcons.TOOLS,
            CarbonIcons.SETTINGS,
            CarbonIcons.BATTERY_FULL,
            CarbonIcons.GAS_STATION,
            CarbonIcons.SNOWFLAKE,
            CarbonIcons.FIRE,
            CarbonIcons.RULER);

    private final FlowPane grid = new FlowPane();
    private final ToggleGroup group = new ToggleGroup();
    private final StringProperty value;
    private final Label cut = new Label();
    private final Messages messages = Messages.of("assettypes");

    IconPicker(StringProperty value, boolean editable) {
        this.value = value;
        getStyleClass().add("psh-gap-8");
        grid.getStyleClass().add("psh-icon-grid");
        cut.getStyleClass().addAll("psh-muted", "psh-small");
        TextField search = new TextField();
        search.setPromptText(messages.text("icon.search"));
        search.textProperty().subscribe(this::find);
        value.addListener((o, before, now) -> mark());
        setDisable(!editable);
        getChildren().addAll(search, grid, cut);
    }

    private void find(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        List<CarbonIcons> found = text.isEmpty()
                ? USUAL
                : Arrays.stream(CarbonIcons.values())
                        .filter(icon -> icon.getDescription().contains(text))
                        .toList();
        grid.getChildren().setAll(found.stream().limit(SHOWN).map(this::button).toList());
        cut.setText(found.size() > SHOWN ? messages.text("icon.cut", SHOWN, found.size()) : "");
        cut.setManaged(found.size() > SHOWN);
        mark();
    }

    private ToggleButton button(CarbonIcons icon) {
        ToggleButton button = new ToggleButton(null, Icons.large(icon));
        String name = icon.getDescription()
                .substring(icon.getDescription().indexOf('-') + 1)
                .replace('-', ' ');
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setUserData(icon.getDescription());
        button.setToggleGroup(group);
        button.getStyleClass().add("psh-icon-choice");
        button.setOnAction(e -> value.set(button.isSelected() ? icon.getDescription() : ""));
        return button;
    }

    private void mark() {
        group.getToggles().forEach(toggle -> toggle.setSelected(value.get().equals(toggle.getUserData())));
    }
}
