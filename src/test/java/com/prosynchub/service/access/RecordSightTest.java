package com.prosynchub.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordSightTest {
    private final FakePlant plant = SeededRoles.plant();
    private final FakeRelationalSession viewer = plant.session("Viewer");
    private final RecordSight sight = new RecordSight(viewer);
    private final UUID pump = UUID.randomUUID();
    private final UUID boiler = UUID.randomUUID();

    @Test
    void whileTheRelationalStoreIsAwayWhoeverWasNotLimitedGoesOn() {
        assertThat(sight.shows(pump)).isTrue();
        stop();
        assertThat(sight.shows(boiler)).isTrue();
    }

    @Test
    void whoeverIsLimitedGoesOnWithWhatWasSeen() {
        viewer.hide(boiler);
        assertThat(sight.shows(pump)).isTrue();
        assertThat(sight.shows(boiler)).isFalse();
        stop();
        assertThat(sight.limited()).isTrue();
        assertThat(sight.shows(pump)).isTrue();
        assertThat(sight.shows(boiler)).isFalse();
        assertThat(sight.shows(UUID.randomUUID())).isFalse();
    }

    @Test
    void beforeTheFirstAnswerNothingIsShown() {
        stop();
        assertThatThrownBy(() -> sight.shows(pump)).isInstanceOf(FailureException.class);
    }

    private void stop() {
        plant.failAlways(new Failure.Unavailable(Failure.Store.RELATIONAL, "gone"));
    }
}
