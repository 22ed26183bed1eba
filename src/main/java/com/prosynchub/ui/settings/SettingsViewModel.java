package com.prosynchub.ui.settings;

import com.prosynchub.ui.kit.theme.Appearance;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;

/** Theme and scale, effective at once and kept, and facts about the installation. FX thread. */
public final class SettingsViewModel {
    private final Appearance appearance;
    private final AboutFacts about;

    public SettingsViewModel(Appearance appearance, AboutFacts about) {
        this.appearance = appearance;
        this.about = about;
    }

    public ObjectProperty<Appearance.Choice> themeProperty() {
        return appearance.choiceProperty();
    }

    /** Percent, 100 to 200. */
    public IntegerProperty scaleProperty() {
        return appearance.scaleProperty();
    }

    public AboutFacts about() {
        return about;
    }
}
