package com.prosynchub.ui.kit.chart;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The order of times. Stateless. */
final class Order {
    private Order() {}

    /** Places of the times, earliest first; of equal ones the later place comes later. */
    static int[] of(long[] times) {
        boolean sorted = true;
        for (int i = 1; sorted && i < times.length; i++) {
            sorted = times[i - 1] <= times[i];
        }
        if (sorted) {
            return IntStream.range(0, times.length).toArray();
        }
        Integer[] places = new Integer[times.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, (a, b) -> Long.compare(times[a], times[b]));
        return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
    }
}
