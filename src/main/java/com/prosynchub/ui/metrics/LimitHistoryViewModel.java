package com.prosynchub.ui.metrics;

import com.prosynchub.model.metric.LimitVersion;
import com.prosynchub.service.metric.LimitHistoryService;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** How one metric was judged before. FX thread. */
public final class LimitHistoryViewModel {
    private final LimitHistoryService history;
    private final TaskRunner tasks;
    private final Messages messages = Messages.of("metrics");
    private final ChangeWords words = new ChangeWords(messages);
    private final ObservableList<VersionRow> versions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private @Nullable UUID shown;

    public LimitHistoryViewModel(LimitHistoryService history, TaskRunner tasks) {
        this.history = history;
        this.tasks = tasks;
    }

    /** Reads the versions of a metric, also again; of none for null. */
    public void show(@Nullable UUID metric) {
        if (!Objects.equals(metric, shown)) {
            versions.clear();
        }
        shown = metric;
        tasks.run(() -> metric == null ? List.<LimitVersion>of() : history.versions(metric))
                .newest(TaskKey.of(this, "versions"))
                .onSuccess(this::take)
                .onFailure(failure -> state.set(ScreenState.failed(failure)))
                .start();
    }

    /** Reads again what is shown. */
    public void refresh() {
        show(shown);
    }

    private void take(List<LimitVersion> read) {
        List<VersionRow> rows = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            LimitVersion now = read.get(i);
            rows.add(new VersionRow(now, i + 1 < read.size() ? changes(read.get(i + 1), now) : first(now)));
        }
        if (!rows.equals(versions)) {
            versions.setAll(rows);
        }
        state.set(ScreenState.ready());
    }

    private String changes(LimitVersion before, LimitVersion now) {
        List<String> lines = new ArrayList<>(words.of(Judging.of(before), Judging.of(now)));
        if (!Objects.equals(before.unit(), now.unit())) {
            lines.add(messages.text("change.line", messages.text("unit"), unit(before), unit(now)));
        }
        return String.join(" · ", lines);
    }

    private String unit(LimitVersion version) {
        return version.unit() == null ? messages.text("none") : version.unit();
    }

    private String first(LimitVersion version) {
        return messages.text(version.number() == 1 ? "version.first" : "version.cut");
    }

    /** Newest first. */
    ObservableList<VersionRow> versions() {
        return versions;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
