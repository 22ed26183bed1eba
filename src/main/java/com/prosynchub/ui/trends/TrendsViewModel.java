package com.prosynchub.ui.trends;

import com.prosynchub.model.metric.TrendPage;
import com.prosynchub.model.time.TimeFound;
import com.prosynchub.ui.kit.chart.TimeWindow;
import com.prosynchub.ui.kit.chart.TrendModel;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A page of one to twelve charts, of which one is chosen: there what is picked goes. FX thread. */
public final class TrendsViewModel {
    public static final int MOST_CHARTS = PageLayout.MOST;
    static final Duration LIVE = Duration.ofSeconds(1);

    private final TrendPanelViewModel.Services services;
    private final TaskRunner tasks;
    private final Notices notices;
    private final MetricPickerViewModel picker;
    private final Messages messages = Messages.of("trends");
    private final ObservableList<TrendPanelViewModel> panels = FXCollections.observableArrayList();
    private final LinkedWindows links = new LinkedWindows();
    private final ObjectProperty<TrendPanelViewModel> chosen;
    private Consumer<String> onTime = words -> {};
    private String timeWords = "";
    private @Nullable Cancellable polling;

    TrendsViewModel(TrendPanelViewModel.Services services, TaskRunner tasks, Notices notices) {
        this.services = services;
        this.tasks = tasks;
        this.notices = notices;
        picker = new MetricPickerViewModel(services.assets(), services.metrics(), tasks);
        chosen = new SimpleObjectProperty<>(insert(0));
    }

    /** Adds an empty chart and chooses it, unless there are twelve. */
    public void addPanel() {
        if (panels.size() < MOST_CHARTS) {
            chosen.set(insert(panels.size()));
        }
    }

    /** Takes a chart away, which can be taken back; of the last one only the lines go. */
    public void removePanel(TrendPanelViewModel panel) {
        removePanels(List.of(panel));
    }

    /** Sets how many charts there are. Empty ones go first, then the last ones, which can be taken back. */
    public void setCharts(int charts) {
        int wanted = Math.clamp(charts, 1, MOST_CHARTS);
        while (panels.size() < wanted) {
            insert(panels.size());
        }
        List<TrendPanelViewModel> goers = panels.reversed().stream()
                .sorted((a, b) -> Boolean.compare(b.lines().isEmpty(), a.lines().isEmpty()))
                .limit(panels.size() - (long) wanted)
                .toList();
        removePanels(goers);
    }

    /** Puts a chart to another place of the page; the others make room. */
    public void movePanel(TrendPanelViewModel panel, int to) {
        int from = panels.indexOf(panel);
        int target = Math.clamp(to, 0, panels.size() - 1);
        if (from >= 0 && from != target) {
            // One change, so that the view does not take the chart for a new one.
            List<TrendPanelViewModel> order = new ArrayList<>(panels);
            order.add(target, order.remove(from));
            panels.setAll(order);
            chosen.set(panel);
        }
    }

    /** Draws a picked metric in the chosen chart; when that is full, in a new one. */
    public void pick(Line line) {
        if (chosen.get().lines().size() >= TrendPanelViewModel.MOST_LINES) {
            if (panels.size() == MOST_CHARTS) {
                notices.info(messages.text("full"));
                return;
            }
            addPanel();
        }
        chosen.get().add(line);
    }

    /** Draws a metric that was dropped beside the charts: in an empty one where there is one, else in a new one. */
    public void pickApart(Line line) {
        panels.stream()
                .filter(panel -> panel.lines().isEmpty())
                .findFirst()
                .ifPresentOrElse(chosen::set, this::addPanel);
        pick(line);
    }

    /** The page as it can be kept and opened again. */
    public TrendPage page() {
        return new TrendPage(
                panels.stream()
                        .map(panel -> new TrendPage.Chart(panel.lines().stream()
                                .map(line -> new TrendPage.Trace(
                                        line.asset(), line.metric().name()))
                                .toList()))
                        .toList(),
                timeWords,
                linkedProperty().get());
    }

    /** Shows a page in place of this one; what is missing of it is said. */
    public void show(TrendPage page) {
        tasks.run(() -> PageLines.read(page, services.assets(), services.metrics()))
                .newest(TaskKey.of(this, "page"))
                .onSuccess(lines -> show(page, lines))
                .start();
    }

    private void show(TrendPage page, PageLines lines) {
        while (panels.size() > 1) {
            drop(panels.getLast());
        }
        panels.getFirst().show(List.of());
        linkedProperty().set(page.linked());
        for (int i = 0; i < Math.min(lines.charts().size(), MOST_CHARTS); i++) {
            (i == 0 ? panels.getFirst() : insert(i)).show(lines.charts().get(i));
        }
        chosen.set(panels.getFirst());
        timeWords = "";
        if (!page.time().isEmpty()) {
            onTime.accept(page.time());
        }
        if (lines.missing() > 0) {
            notices.info(messages.text("missing", lines.missing()));
        }
    }

    /** Shows a stretch of time that somebody said in words: in the chosen chart, and with it in those that are linked. */
    public void showTime(TimeFound.Range range, String words) {
        timeWords = words;
        TrendModel model = chosen.get().model();
        if (range.live()) {
            model.setSpan(range.length());
        } else {
            model.setWindow(TimeWindow.of(range.from(), range.to()));
        }
    }

    /** Is told of the words of a page that is opened. */
    void setOnTime(Consumer<String> handler) {
        onTime = handler;
    }

    /** Reads what stands at the time axes again. */
    public void mark() {
        panels.forEach(TrendPanelViewModel::mark);
    }

    /** Visible: take in new samples. */
    public void start() {
        stop();
        poll();
        polling = tasks.ui().every(LIVE, this::poll);
    }

    /** Hidden: stop asking. */
    public void stop() {
        Cancellable running = polling;
        if (running != null) {
            running.cancel();
            polling = null;
        }
    }

    /** Fetches the visible history of every chart again. */
    public void reload() {
        panels.forEach(panel -> panel.feed().fetch(panel.model().window()));
        mark();
    }

    private void removePanels(List<TrendPanelViewModel> goers) {
        List<TrendPanelViewModel> before = List.copyOf(panels);
        List<List<Line>> lines =
                before.stream().map(panel -> List.copyOf(panel.lines())).toList();
        for (TrendPanelViewModel panel : goers) {
            if (panels.size() > 1) {
                drop(panel);
            } else {
                panel.show(List.of());
            }
        }
        long drawn = goers.stream()
                .filter(panel -> !lines.get(before.indexOf(panel)).isEmpty())
                .count();
        if (drawn > 0) {
            notices.undo(messages.text("removed", drawn), () -> putBack(before, lines));
        }
    }

    private void drop(TrendPanelViewModel panel) {
        int at = panels.indexOf(panel);
        panels.remove(panel);
        links.remove(panel.model());
        if (chosen.get() == panel) {
            chosen.set(panels.get(Math.min(at, panels.size() - 1)));
        }
    }

    private void putBack(List<TrendPanelViewModel> before, List<List<Line>> lines) {
        for (int i = 0; i < before.size(); i++) {
            TrendPanelViewModel panel = before.get(i);
            if (!panels.contains(panel) && panels.size() < MOST_CHARTS) {
                links.add(panel.model());
                panels.add(Math.min(i, panels.size()), panel);
            }
            if (panel.lines().isEmpty() && !lines.get(i).isEmpty()) {
                panel.show(lines.get(i));
            }
        }
    }

    private TrendPanelViewModel insert(int at) {
        TrendPanelViewModel panel = new TrendPanelViewModel(services, tasks, () -> panels.stream()
                .allMatch(other -> other.lines().isEmpty()));
        links.add(panel.model());
        panels.add(at, panel);
        return panel;
    }

    /** Takes in what was measured since the last time. */
    void poll() {
        panels.forEach(TrendPanelViewModel::poll);
    }

    /** In reading order; at least one. */
    public ObservableList<TrendPanelViewModel> panels() {
        return panels;
    }

    /** The chart to which picked metrics go. */
    public ObjectProperty<TrendPanelViewModel> chosenProperty() {
        return chosen;
    }

    /** Whether all charts show one stretch of time and read at one instant. */
    public BooleanProperty linkedProperty() {
        return links.linkedProperty();
    }

    public MetricPickerViewModel picker() {
        return picker;
    }
}
