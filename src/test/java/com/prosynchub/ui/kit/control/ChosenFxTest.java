package com.prosynchub.ui.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkitExtension.class)
class ChosenFxTest {
    private record Person(int id, String name) {}

    private final ObservableList<Person> rows =
            FXCollections.observableArrayList(new Person(1, "ada"), new Person(2, "bob"), new Person(3, "eve"));
    private final TableView<Person> table = Fx.call(TableView::new);

    @BeforeEach
    void bobIsChosen() {
        Fx.run(() -> {
            Chosen.show(table, rows, Person::id);
            table.getSelectionModel().select(1);
        });
    }

    private @Nullable Person chosen() {
        return table.getSelectionModel().getSelectedItem();
    }

    @Test
    void theSameRecordStaysChosenWhereverItComesToStand() {
        Fx.run(() -> {
            rows.setAll(new Person(0, "ann"), new Person(1, "ada"), new Person(2, "robert"), new Person(3, "eve"));
            assertThat(chosen()).isEqualTo(new Person(2, "robert"));
            rows.add(new Person(4, "zoe"));
            assertThat(chosen()).isEqualTo(new Person(2, "robert"));
        });
    }

    @Test
    void nobodyTakesThePlaceOfARecordThatIsGone() {
        Fx.run(() -> {
            rows.setAll(List.of(new Person(1, "ada"), new Person(3, "eve")));
            assertThat(chosen()).isNull();
        });
    }
}
