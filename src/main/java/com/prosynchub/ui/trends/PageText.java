package com.prosynchub.ui.trends;

import com.prosynchub.model.metric.TrendPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A page as the place of a screen: charts apart by semicolons, their metrics by commas, each as {@code asset/metric}. What can
 * not be read is left out. Stateless.
 */
final class PageText {
    private PageText() {}

    static String of(TrendPage page) {
        return page.charts().stream()
                .map(chart -> chart.traces().stream()
                        .map(trace -> trace.asset() + "/" + trace.metric())
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    static TrendPage parse(String text) {
        List<TrendPage.Chart> charts = Arrays.stream(text.split(";", -1))
                .map(chart -> new TrendPage.Chart(traces(chart)))
                .toList();
        return new TrendPage(charts, "", true);
    }

    private static List<TrendPage.Trace> traces(String chart) {
        List<TrendPage.Trace> traces = new ArrayList<>();
        for (String word : chart.split(",", -1)) {
            int slash = word.indexOf('/');
            if (slash > 0 && slash < word.length() - 1) {
                try {
                    traces.add(
                            new TrendPage.Trace(UUID.fromString(word.substring(0, slash)), word.substring(slash + 1)));
                } catch (IllegalArgumentException unreadable) {
                    // Typed or kept by another version: the rest is shown.
                    continue;
                }
            }
        }
        return traces;
    }
}
