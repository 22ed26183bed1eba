package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServerTimeTest {
    private static final Instant SERVER = Instant.parse("2031-05-06T07:08:09Z");

    private final AtomicLong count = new AtomicLong(-12_345);
    private final ServerTime time = new ServerTime(SERVER, count::get);

    @Test
    void itIsWhatTheServerSaidAndGoesOn() {
        assertThat(time.instant()).isEqualTo(SERVER);
        pass(Duration.ofHours(3));
        assertThat(time.instant()).isEqualTo(SERVER.plus(Duration.ofHours(3)));
    }

    @Test
    void itFollowsAServerWhoseClockWasSet() {
        for (Duration step : new Duration[] {Duration.ofHours(5), Duration.ofHours(-9), Duration.ofSeconds(2)}) {
            Instant set = time.instant().plus(step);
            time.heard(set, time.count());
            assertThat(time.instant()).isEqualTo(set);
        }
    }

    @Test
    void anAnswerIsTakenForTheMiddleOfItsWay() {
        long asked = time.count();
        pass(Duration.ofMillis(200));
        time.heard(SERVER.plusSeconds(60), asked);
        assertThat(time.instant()).isEqualTo(SERVER.plusSeconds(60).plusMillis(100));
    }

    @Test
    void aSlowAnswerDoesNotShakeAClockThatIsRight() {
        long asked = time.count();
        pass(Duration.ofMillis(200));
        Instant before = time.instant();
        time.heard(SERVER.plusMillis(190), asked);
        assertThat(time.instant()).isEqualTo(before);
    }

    private void pass(Duration length) {
        count.addAndGet(length.toNanos());
    }
}
