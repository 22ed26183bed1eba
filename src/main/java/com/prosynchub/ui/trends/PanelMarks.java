package com.prosynchub.ui.trends;

import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.metric.MetricNote;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.model.workorder.WorkOrderFilter.Assignment;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.service.metric.LimitHistoryService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.service.trend.MetricNoteService;
import com.prosynchub.service.workorder.WorkOrderService;
import com.prosynchub.ui.kit.chart.ChartMarker;
import com.prosynchub.ui.kit.chart.LimitStep;
import com.prosynchub.ui.kit.chart.TimeWindow;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the time axis of a chart: notes, work orders and changes of limits of its assets, and the limits as they
 * were. Immutable.
 *
 * @param markers for the axis
 * @param limits of each line by its id, as they held in the window
 * @param notes by the id of their marker
 */
record PanelMarks(List<ChartMarker> markers, Map<String, List<LimitStep>> limits, Map<String, MetricNote> notes) {
    private static final int ORDERS = 100;
    private static final String ORDER = "order/";
    private static final String NOTE = "note/";
    private static final String LIMIT = "limit/";

    /** Where they come from; called on workers. */
    record Sources(
            MetricNoteService notes, LimitHistoryService limits, WorkOrderService orders, boolean mayReadOrders) {
        static Sources of(SessionServices services) {
            return new Sources(
                    services.notes(),
                    services.limitHistory(),
                    services.workOrders(),
                    services.gate().may(Resource.WORK_ORDER, Action.READ));
        }
    }

    /** Asks for those of the lines in a window. Worker. */
    static PanelMarks read(Sources sources, List<Line> lines, TimeWindow window, Formats formats) {
        List<ChartMarker> markers = new ArrayList<>();
        Map<String, MetricNote> notes = new HashMap<>();
        Map<String, List<LimitStep>> limits = new HashMap<>();
        List<UUID> assets = lines.stream().map(Line::asset).distinct().toList();
        for (MetricNote note : sources.notes().during(assets, window.start(), window.end())) {
            String metric = note.metric();
            if (metric == null || lines.stream().anyMatch(line -> line.is(note.assetId(), metric))) {
                String id = NOTE + note.id();
                notes.put(id, note);
                markers.add(new ChartMarker(id, ChartMarker.Kind.NOTE, note.from(), note.to(), words(note)));
            }
        }
        for (Line line : lines) {
            limits.put(line.id(), limits(sources, line, window, markers));
        }
        if (sources.mayReadOrders()) {
            assets.forEach(asset -> orders(sources, asset, window, formats, markers));
        }
        return new PanelMarks(List.copyOf(markers), Map.copyOf(limits), Map.copyOf(notes));
    }

    private static String words(MetricNote note) {
        String author = note.authorName();
        return author == null ? note.text() : Messages.of("trends").text("note.by", note.text(), author);
    }

    private static List<LimitStep> limits(Sources sources, Line line, TimeWindow window, List<ChartMarker> markers) {
        List<LimitStep> steps = new ArrayList<>();
        for (var step : sources.limits().steps(line.asset(), line.metric().name(), window.start(), window.end())) {
            boolean first = steps.isEmpty();
            steps.add(new LimitStep(
                    first ? null : step.from(), step.to().isBefore(window.end()) ? step.to() : null, step.limits()));
            if (!first) {
                markers.add(ChartMarker.at(
                        LIMIT + line.asset() + "/" + step.from().toEpochMilli(),
                        ChartMarker.Kind.LIMIT,
                        step.from(),
                        Messages.of("trends").text("mark.limit", line.words())));
            }
        }
        return List.copyOf(steps);
    }

    private static void orders(
            Sources sources, UUID asset, TimeWindow window, Formats formats, List<ChartMarker> markers) {
        WorkOrderFilter all = new WorkOrderFilter("", Set.of(), Set.of(), Assignment.ANYBODY, asset);
        for (WorkOrderLine line :
                sources.orders().list(all, PageRequest.first(ORDERS)).items()) {
            WorkOrder order = line.order();
            mark(markers, order, order.createdAt(), window, "mark.order.created");
            LocalDate done = order.completionDate();
            // A date without a time: it stands where its day begins.
            mark(
                    markers,
                    order,
                    done == null ? null : done.atStartOfDay(formats.zone()).toInstant(),
                    window,
                    "mark.order.completed");
        }
    }

    private static void mark(
            List<ChartMarker> markers, WorkOrder order, @Nullable Instant at, TimeWindow window, String key) {
        if (at != null && window.contains(at.toEpochMilli())) {
            markers.add(ChartMarker.at(
                    ORDER + order.id(),
                    ChartMarker.Kind.WORK_ORDER,
                    at,
                    Messages.of("trends").text(key, order.title())));
        }
    }

    /** The record that a marker stands for: the last word of its id. */
    static String record(ChartMarker marker) {
        String id = marker.id();
        String key = id.substring(id.indexOf('/') + 1);
        return marker.kind() == ChartMarker.Kind.LIMIT ? key.substring(0, key.indexOf('/')) : key;
    }
}
