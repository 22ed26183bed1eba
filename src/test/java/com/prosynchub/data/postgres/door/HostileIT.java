package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Lines;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The attacks on a plant like the one that the program brings along; one database for all, for nothing may change. */
class HostileIT extends HostileAttacks {
    private static final int NUMBERS = 65;
    private static final int OWN = 20;
    private static final DoorPlant SHARED = new DoorPlant();

    HostileIT() {
        super(SHARED);
    }

    @Test
    void everyAttackOfTheDesignIsMadeSomewhere() {
        List<List<String>> lines = Lines.table("/access/section3.txt");
        assertThat(lines.stream().map(List::getFirst).toList())
                .isEqualTo(IntStream.rangeClosed(1, NUMBERS)
                        .mapToObj(Integer::toString)
                        .toList());
        SoftAssertions all = new SoftAssertions();
        for (List<String> line : lines) {
            for (String test : line.get(1).split(" ")) {
                all.assertThat(GuardsCoveredIT.isTest(test))
                        .as("%s of attack %s", test, line.getFirst())
                        .isTrue();
            }
        }
        all.assertAll();
        assertThat(attacks()).hasSizeGreaterThan(OWN);
    }
}
