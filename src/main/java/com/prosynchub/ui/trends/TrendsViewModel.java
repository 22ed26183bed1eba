package com.prosynchub.ui.trends;

import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.time.Duration;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Up to four charts that share one reading line. FX thread. */
public final class TrendsViewModel {
    public static final int MOST_CHARTS = 4;
    static final Duration LIVE = Duration.ofSeconds(1);

    private final TrendPanelViewModel.Services services;
    private final TaskRunner tasks;
    private final ObservableList<TrendPanelViewModel> panels = FXCollections.observableArrayList();
    private @Nullable Cancellable polling;

    TrendsViewModel(TrendPanelViewModel.Services services, TaskRunner tasks) {
        this.services = services;
        this.tasks = tasks;
        addPanel();
    }

    /** Adds an empty chart, unless there are four. */
    public void addPanel() {
        if (panels.size() < MOST_CHARTS) {
            TrendPanelViewModel panel = new TrendPanelViewModel(services, tasks);
            if (!panels.isEmpty()) {
                panel.model().shareCursor(panels.getFirst().model());
            }
            panels.add(panel);
        }
    }

    /** Takes a chart away; the last one stays, emptied by hand. */
    public void removePanel(TrendPanelViewModel panel) {
        if (panels.size() > 1) {
            panels.remove(panel);
        }
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
    }

    private void poll() {
        panels.forEach(TrendPanelViewModel::poll);
    }

    /** Top to bottom; at least one. */
    public ObservableList<TrendPanelViewModel> panels() {
        return panels;
    }
}
