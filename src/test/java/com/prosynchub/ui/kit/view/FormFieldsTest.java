package com.prosynchub.ui.kit.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormFieldsTest {
    private final StringProperty hours = new SimpleStringProperty("1");
    private final ObjectProperty<@Nullable Integer> type = new SimpleObjectProperty<>(7);
    private final FormFields fields = new FormFields().add("hours", hours).add("type", type);

    @Test
    void whatStandsInTheFieldsIsPutAsideAsItWasTyped() {
        fields.settle();
        assertThat(fields.isTyped()).isFalse();
        hours.set("two and a bit");
        type.set(null);
        assertThat(fields.isTyped()).isTrue();
        TypedForm kept = new TypedForm(null, fields.values());
        hours.set("1");
        type.set(7);
        assertThat(fields.isTyped()).isFalse();
        fields.fill(kept.fields());
        assertThat(hours.get()).isEqualTo("two and a bit");
        assertThat(type.get()).isNull();
        fields.fill(new HashMap<>(Map.of("hours", "3")));
        assertThat(hours.get()).isEqualTo("3");
        assertThat(type.get()).as("not named").isNull();
    }

    @Test
    void draftsAreFoundByTheirOwnerOnlyAndOnce() {
        Drafts drafts = new Drafts();
        assertThat(drafts.keepTyped("ida/notes", "same", "same")).isFalse();
        assertThat(drafts.keepTyped("ida/notes", "new", "")).isTrue();
        assertThat(drafts.holds("ida/")).isTrue();
        assertThat(drafts.holds("tom/")).isFalse();
        assertThat(drafts.take("ida/notes", String.class)).contains("new");
        assertThat(drafts.holds("ida/")).isFalse();
        assertThat(drafts.take("ida/notes", String.class)).isEmpty();
    }
}
