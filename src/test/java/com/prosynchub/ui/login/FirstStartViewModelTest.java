package com.prosynchub.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.login.FirstStartViewModel.Choice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstStartViewModelTest {
    @Test
    void theChoiceIsMadeOnce() {
        List<Choice> chosen = new ArrayList<>();
        FirstStartViewModel model = new FirstStartViewModel(chosen::add);
        assertThat(model.chosenProperty().get()).isFalse();
        model.choose(Choice.EMPTY);
        model.choose(Choice.DEMO);
        assertThat(chosen).containsExactly(Choice.EMPTY);
        assertThat(model.chosenProperty().get()).isTrue();
    }
}
