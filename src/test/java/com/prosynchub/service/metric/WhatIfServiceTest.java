package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.metric.LimitCrossings;
import com.prosynchub.model.metric.LimitKind;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.metric.MetricSettings;
import com.prosynchub.model.metric.WhatIf;
import com.prosynchub.model.metric.WhatIf.Proposal;
import com.prosynchub.service.access.RecordSight;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.metric.rollup.RollupService;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhatIfServiceTest {
    private static final UUID PUMP = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-31T10:07:09Z");
    private static final Instant BEGIN = NOW.minus(WhatIfService.SPAN);

    /** A pump's month, and who asks about it. */
    private static final class Month {
        private final FakeDocumentStore documents = new FakeDocumentStore();
        private final FakeRelationalSession manager = FakeRelationalSession.of("Manager");
        private final List<MetricSample> samples = new ArrayList<>();

        void measured(Duration after, double value) {
            samples.add(new MetricSample(PUMP, BEGIN.plus(after), Map.of("heat", value, "flow", -value)));
        }

        void stored(boolean summedUp) {
            documents.metricHistory().insert(samples);
            if (summedUp) {
                new RollupService(
                                new SessionAccessGate(FakeRelationalSession.of("Administrator")),
                                documents,
                                Clock.fixed(NOW, ZoneOffset.UTC))
                        .rebuild(List.of(PUMP), (done, all) -> true);
            }
        }

        WhatIf ask(Proposal... proposals) {
            return new WhatIfService(
                            new SessionAccessGate(manager),
                            new RecordSight(manager),
                            documents,
                            InstantSource.fixed(NOW))
                    .ask(PUMP, "heat", List.of(proposals));
        }
    }

    @Test
    void crossingsAreCountedWithDeadbandAndDelays() {
        Month month = new Month();
        for (int i = 0; i < 2000; i++) {
            // Beyond 80 for 100 s in each 1000 s, with a dip to 79.5 in the middle of it.
            int at = i % 100;
            month.measured(Duration.ofSeconds(i * 10L), at == 5 ? 79.5 : at < 11 ? 85 : 50);
        }
        month.stored(true);
        Proposal plain = new Proposal(limits(null, 80, null, null), settings("0", 0, 0));
        Proposal banded = new Proposal(limits(null, 80, null, null), settings("1", 0, 0));
        Proposal patient = new Proposal(limits(null, 80, null, null), settings("1", 60, 0));
        Proposal slow = new Proposal(limits(null, 80, null, null), settings("1", 300, 0));

        WhatIf answer = month.ask(plain, banded, patient, slow);

        assertThat(answer.samples()).isEqualTo(2000);
        assertThat(one(answer, 0).times()).as("the dip counts twice").isEqualTo(40);
        assertThat(one(answer, 1).times()).isEqualTo(20);
        assertThat(one(answer, 1).total()).isEqualTo(Duration.ofSeconds(20 * 110));
        assertThat(one(answer, 1).longest()).isEqualTo(Duration.ofSeconds(110));
        assertThat(one(answer, 1).first()).isEqualTo(BEGIN);
        assertThat(one(answer, 1).last()).isEqualTo(BEGIN.plusSeconds(19_000));
        assertThat(one(answer, 1).lasting()).isFalse();
        assertThat(one(answer, 3).times()).as("never for so long").isZero();
        assertThat(one(answer, 3).first()).isNull();
    }

    @Test
    void everyLimitIsAskedForItselfAndOnItsOwnSide() {
        Month month = new Month();
        for (int i = 0; i < 100; i++) {
            month.measured(Duration.ofMinutes(i), i);
        }
        month.stored(false);
        WhatIf answer = month.ask(new Proposal(limits(10, 90, 40, 25), settings("0", 0, 0)));
        assertThat(answer.answers().getFirst())
                .extracting(LimitCrossings::kind, LimitCrossings::times, LimitCrossings::lasting)
                .as("warning and critical lie below")
                .containsExactly(
                        tuple(LimitKind.MIN, 1, false),
                        tuple(LimitKind.MAX, 1, true),
                        tuple(LimitKind.WARNING, 1, false),
                        tuple(LimitKind.CRITICAL, 1, false));
        assertThat(answer.answers().getFirst().get(1).total())
                .as("as far as is known")
                .isEqualTo(Duration.ofMinutes(8));
        assertThat(answer.answers().getFirst().get(2).total()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void whatIsOutsideThePersonsPlacesAnswersNothing() {
        Month month = new Month();
        month.measured(Duration.ofDays(1), 99);
        month.stored(true);
        month.manager.hide(PUMP);
        WhatIf answer = month.ask(new Proposal(limits(null, 80, null, null), MetricSettings.NONE));
        assertThat(answer.samples()).isZero();
        assertThat(answer.buckets()).isEmpty();
        assertThat(one(answer, 0).times()).isZero();
    }

    /** Whatever was measured and whatever is proposed: from the sums comes what all samples say, to the millisecond. */
    @Property(tries = 60)
    void theSumsSayWhatTheSamplesSay(@ForAll long seed) {
        Random random = new Random(seed);
        Month month = new Month();
        long at = -random.nextLong(100_000);
        double value = 50;
        int calm = 1;
        while (at < WhatIfService.SPAN.toMillis() + 100_000 && month.samples.size() < 4000) {
            month.measured(Duration.ofMillis(at), value);
            if (random.nextInt(200) == 0) {
                calm = 1 + random.nextInt(40);
            }
            value += (random.nextDouble() - 0.5) * 20 / calm + (50 - value) * 0.02;
            at += switch (random.nextInt(300)) {
                case 0 -> random.nextLong(100_000_000);
                case 1, 2, 3 -> random.nextLong(2_000_000);
                default -> 1 + random.nextLong(random.nextBoolean() ? 2_000 : 60_000);
            };
        }
        month.stored(random.nextInt(4) > 0);
        Proposal[] proposals = new Proposal[] {proposal(random), proposal(random)};

        WhatIf answer = month.ask(proposals);

        for (int i = 0; i < proposals.length; i++) {
            List<LimitCrossings> expected = new ArrayList<>();
            for (LimitKind kind : LimitKind.values()) {
                if (kind.of(proposals[i].limits()) != null) {
                    CrossingCount count = new CrossingCount(kind, proposals[i]);
                    month.samples.stream()
                            .filter(s -> !s.timestamp().isBefore(BEGIN)
                                    && s.timestamp().isBefore(NOW))
                            .forEach(s -> count.take(
                                    s.timestamp().toEpochMilli(), s.metrics().get("heat")));
                    expected.add(count.result());
                }
            }
            assertThat(answer.answers().get(i)).isEqualTo(expected);
        }
    }

    private static Proposal proposal(Random random) {
        boolean high = random.nextBoolean();
        int warning = 40 + random.nextInt(20);
        return new Proposal(
                limits(
                        random.nextBoolean() ? 30 + random.nextInt(15) : null,
                        random.nextBoolean() ? 55 + random.nextInt(15) : null,
                        warning,
                        high ? warning + random.nextInt(10) : warning - 1 - random.nextInt(10)),
                settings(String.valueOf(random.nextInt(4)), random.nextInt(3) * 90, random.nextInt(3) * 40));
    }

    private static LimitCrossings one(WhatIf answer, int proposal) {
        return answer.answers().get(proposal).getFirst();
    }

    private static MetricSettings settings(String deadband, int on, int off) {
        return new MetricSettings(
                new BigDecimal(deadband), Duration.ofSeconds(on), Duration.ofSeconds(off), null, null, null);
    }

    private static MetricLimits limits(
            @Nullable Integer min, @Nullable Integer max, @Nullable Integer warning, @Nullable Integer critical) {
        return new MetricLimits(number(min), number(max), number(warning), number(critical));
    }

    private static @Nullable BigDecimal number(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
