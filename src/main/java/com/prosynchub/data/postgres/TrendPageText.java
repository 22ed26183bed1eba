package com.prosynchub.data.postgres;

import com.prosynchub.model.metric.TrendPage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pages of charts as the JSON that PostgreSQL keeps. Stateless. */
final class TrendPageText {
    private TrendPageText() {}

    static String of(TrendPage page) {
        return "{\"charts\":%s,\"time\":%s,\"linked\":%s}"
                .formatted(
                        page.charts().stream().map(TrendPageText::chart).collect(Collectors.joining(",", "[", "]")),
                        SettingsText.quoted(page.time()),
                        page.linked());
    }

    private static String chart(TrendPage.Chart chart) {
        return chart.traces().stream()
                .map(trace -> "{\"asset\":\"%s\",\"metric\":%s}"
                        .formatted(trace.asset(), SettingsText.quoted(trace.metric())))
                .collect(Collectors.joining(",", "{\"traces\":[", "]}"));
    }

    /** Reads what is stored; what another version wrote and this one does not know is passed over. */
    static TrendPage read(String json) {
        Map<String, Object> page = Json.object(json);
        List<TrendPage.Chart> charts = list(page.get("charts")).stream()
                .map(chart -> new TrendPage.Chart(list(object(chart).get("traces")).stream()
                        .map(TrendPageText::object)
                        .filter(trace -> trace.get("asset") instanceof String && trace.get("metric") instanceof String)
                        .map(trace -> new TrendPage.Trace(
                                UUID.fromString(String.valueOf(trace.get("asset"))),
                                String.valueOf(trace.get("metric"))))
                        .toList()))
                .toList();
        return new TrendPage(
                charts, page.get("time") instanceof String time ? time : "", !Boolean.FALSE.equals(page.get("linked")));
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
