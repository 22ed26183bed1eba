package com.prosynchub.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.DiskRoom;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.model.health.StoreStatus;
import com.prosynchub.service.health.StoreHealthService;
import com.prosynchub.ui.kit.task.DirectTaskRunner;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class StoreStateViewModelTest {
    private final Door door = new Door();
    private final FakeDocumentStore documents = new FakeDocumentStore();
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final StoreStateViewModel model = new StoreStateViewModel(
            new StoreHealthService(door.gate, documents, null, DiskRoom.ELSEWHERE, Clock.systemUTC()), tasks);

    @Test
    void bothStoresAreToldAndFollowed() {
        model.start();
        assertThat(model.stores()).extracting(StoreStatus::reachable).containsExactly(true, true);
        documents.stop();
        tasks.ui().advance(StoreStateViewModel.EVERY);
        assertThat(model.stores()).extracting(StoreStatus::reachable).containsExactly(true, false);
        documents.start();
        door.gate.reachable(false);
        tasks.ui().advance(StoreStateViewModel.EVERY);
        assertThat(model.stores()).extracting(StoreStatus::reachable).containsExactly(false, true);
    }

    @Test
    void aHiddenDoorAsksNothing() {
        model.start();
        model.start();
        assertThat(tasks.ui().pendingTicks()).as("starting twice ticks once").isEqualTo(1);
        model.stop();
        assertThat(tasks.ui().pendingTicks()).isZero();
    }
}
