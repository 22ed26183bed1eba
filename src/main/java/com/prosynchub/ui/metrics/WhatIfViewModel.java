package com.prosynchub.ui.metrics;

import com.prosynchub.model.metric.LimitCrossings;
import com.prosynchub.model.metric.LimitKind;
import com.prosynchub.model.metric.MetricBucket;
import com.prosynchub.model.metric.WhatIf;
import com.prosynchub.model.metric.WhatIf.Proposal;
import com.prosynchub.service.metric.WhatIfService;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** How often the limits of one metric, as they are typed and as they are saved, would have been crossed. FX thread. */
public final class WhatIfViewModel {
    private final WhatIfService service;
    private final TaskRunner tasks;
    private final Formats formats;
    private final Messages messages = Messages.of("metrics");
    private final ObservableList<CrossingRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<double[]> curve = new ReadOnlyObjectWrapper<>(new double[0]);
    private final ReadOnlyStringWrapper basis = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private @Nullable Question asked;

    private record Question(UUID metric, Judging saved, Judging typed) {}

    public WhatIfViewModel(WhatIfService service, TaskRunner tasks, Formats formats) {
        this.service = service;
        this.tasks = tasks;
        this.formats = formats;
    }

    /** Asks about a row as it stands; of none for null. The same question is not asked twice in a row. */
    void show(@Nullable MetricRow row) {
        Question question = row == null ? null : new Question(row.id(), Judging.of(row.line()), row.judging());
        if (question == null || row == null) {
            asked = null;
            rows.clear();
            curve.set(new double[0]);
            basis.set("");
            return;
        }
        if (!question.equals(asked)) {
            asked = question;
            UUID asset = row.line().metric().assetId();
            String metric = row.line().metric().name();
            List<Proposal> proposals = List.of(proposal(question.typed()), proposal(question.saved()));
            basis.set(messages.text("whatIf.asking"));
            tasks.run(() -> service.ask(asset, metric, proposals))
                    .newest(TaskKey.of(this, "whatIf"))
                    .onSuccess(this::take)
                    .onFailure(failure -> {
                        asked = null;
                        basis.set("");
                        state.set(ScreenState.failed(failure));
                    })
                    .start();
        }
    }

    /** Asks again about the row, whatever was asked before. */
    void again(@Nullable MetricRow row) {
        asked = null;
        show(row);
    }

    private static Proposal proposal(Judging judging) {
        return new Proposal(judging.limits(), judging.settings());
    }

    private void take(WhatIf answer) {
        List<CrossingRow> found = new ArrayList<>();
        for (LimitKind kind : LimitKind.values()) {
            LimitCrossings typed = of(kind, answer.answers().getFirst());
            LimitCrossings saved = of(kind, answer.answers().getLast());
            if (typed != null || saved != null) {
                found.add(new CrossingRow(kind, typed, saved));
            }
        }
        rows.setAll(found);
        curve.set(curve(answer.buckets()));
        basis.set(
                answer.samples() == 0
                        ? messages.text("whatIf.nothing")
                        : messages.text("whatIf.basis", formats.number(answer.samples())));
        state.set(ScreenState.ready());
    }

    private static @Nullable LimitCrossings of(LimitKind kind, List<LimitCrossings> answers) {
        return answers.stream().filter(a -> a.kind() == kind).findFirst().orElse(null);
    }

    /** Least and greatest of each stretch in the order of their times, with a gap where nothing was measured. */
    private static double[] curve(List<MetricBucket> buckets) {
        List<Double> points = new ArrayList<>();
        long end = Long.MAX_VALUE;
        for (MetricBucket b : buckets) {
            if (b.start() > end) {
                points.add(Double.NaN);
            }
            boolean up = b.minAt() <= b.maxAt();
            points.add(up ? b.min() : b.max());
            points.add(up ? b.max() : b.min());
            end = b.end() + (b.end() - b.start());
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A row for each limit that is typed or saved. */
    ObservableList<CrossingRow> rows() {
        return rows;
    }

    /** The values of the time looked at, at equal distances. */
    public ReadOnlyObjectProperty<double[]> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /** How much was looked at. */
    public ReadOnlyStringProperty basisProperty() {
        return basis.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
