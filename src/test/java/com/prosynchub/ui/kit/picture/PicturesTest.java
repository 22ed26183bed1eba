package com.prosynchub.ui.kit.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.ManualTaskRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final PictureResult NONE = new PictureResult.Failed(PictureProblem.REFUSED);

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final List<String> fetched = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final Pictures pictures = new Pictures(tasks, address -> {
        fetched.add(address);
        return NONE;
    });

    @Test
    void twoAtOnceAndThenTheNewestFirst() {
        List.of("a", "b", "c", "d").forEach(this::load);
        assertThat(tasks.waiting()).isEqualTo(2);
        tasks.runAll();
        assertThat(fetched).containsExactly("a", "b", "d", "c");
        assertThat(shown).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void whatNobodyWaitsForIsNotFetched() {
        load("a");
        load("b");
        Cancellable third = load("c");
        Cancellable first = load("a");
        third.cancel();
        first.cancel();
        tasks.runAll();
        assertThat(fetched).containsExactly("a", "b");
        assertThat(shown).containsExactly("a", "b");
    }

    @Test
    void oneAddressIsFetchedOnceForAllWhoWaitAndIsKept() {
        load("a");
        load("a");
        tasks.runAll();
        load("a");
        assertThat(fetched).containsExactly("a");
        assertThat(shown).containsExactly("a", "a", "a");
    }

    @Test
    void whatFailedIsTriedAgainAfterAWhile() {
        load("a");
        tasks.runAll();
        tasks.ui().advance(Duration.ofMinutes(2));
        load("a");
        tasks.runAll();
        assertThat(fetched).containsExactly("a", "a");
    }

    private Cancellable load(String address) {
        return pictures.load(address, result -> shown.add(address));
    }
}
