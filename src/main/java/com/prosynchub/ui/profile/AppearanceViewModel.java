package com.prosynchub.ui.profile;

import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.theme.Appearance;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;

/** Theme and scale of this workstation, effective at once and kept, and the person's language. FX thread. */
public final class AppearanceViewModel {
    private final Appearance appearance;
    private final Consumer<Language> speak;

    /** @param speak keeps the language and opens the window's content anew in it */
    public AppearanceViewModel(Appearance appearance, Consumer<Language> speak) {
        this.appearance = appearance;
        this.speak = speak;
    }

    public ObjectProperty<Appearance.Choice> themeProperty() {
        return appearance.choiceProperty();
    }

    /** Percent, 100 to 200. */
    public IntegerProperty scaleProperty() {
        return appearance.scaleProperty();
    }

    public Language language() {
        return Language.current();
    }

    /** Speaks another language from now on; choosing the one in use does nothing. */
    public void choose(Language language) {
        if (language != Language.current()) {
            speak.accept(language);
        }
    }
}
