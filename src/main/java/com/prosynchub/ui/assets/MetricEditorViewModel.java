package com.prosynchub.ui.assets;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.service.metric.MetricService;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Typed;
import com.prosynchub.ui.kit.view.FormFields;
import com.prosynchub.ui.kit.view.TypedForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Defines a metric, or edits unit and limits of one that exists. One per dialog; FX thread. */
public final class MetricEditorViewModel {
    private final MetricService metrics;
    private final TaskRunner tasks;
    private final Runnable onSaved;
    private final Messages messages = Messages.of("assets");
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty unit = new SimpleStringProperty("");
    final StringProperty min = new SimpleStringProperty("");
    final StringProperty max = new SimpleStringProperty("");
    final StringProperty warning = new SimpleStringProperty("");
    final StringProperty critical = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Failure.@Nullable Invalid> invalid = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private final boolean fresh;
    private final FormFields fields = new FormFields()
            .add("name", name)
            .add("unit", unit)
            .add("min", min)
            .add("max", max)
            .add("warning", warning)
            .add("critical", critical);
    private AssetMetric base;
    private boolean busy;

    private MetricEditorViewModel(
            MetricService metrics, TaskRunner tasks, AssetMetric base, boolean fresh, Runnable onSaved) {
        this.metrics = metrics;
        this.tasks = tasks;
        this.base = base;
        this.fresh = fresh;
        this.onSaved = onSaved;
        show(base);
        fields.settle();
    }

    /** For a metric that does not exist yet. */
    static MetricEditorViewModel define(MetricService metrics, TaskRunner tasks, UUID asset, Runnable onSaved) {
        AssetMetric empty = new AssetMetric(UUID.randomUUID(), asset, "", null, null, MetricLimits.NONE, null, 0);
        return new MetricEditorViewModel(metrics, tasks, empty, true, onSaved);
    }

    static MetricEditorViewModel edit(MetricService metrics, TaskRunner tasks, AssetMetric metric, Runnable onSaved) {
        return new MetricEditorViewModel(metrics, tasks, metric, false, onSaved);
    }

    /** With what was put aside. */
    static MetricEditorViewModel kept(
            MetricService metrics, TaskRunner tasks, TypedForm typed, boolean fresh, Runnable onSaved) {
        AssetMetric metric = (AssetMetric) Objects.requireNonNull(typed.record());
        MetricEditorViewModel model = new MetricEditorViewModel(metrics, tasks, metric, fresh, onSaved);
        model.fields.fill(typed.fields());
        return model;
    }

    /** Saves; the dialog closes when {@link #doneProperty()} becomes true. */
    public void save() {
        FieldChecks typed = new FieldChecks();
        AssetMetric mine = typed(typed);
        List<Failure.Violation> broken = new ArrayList<>(typed.violations());
        broken.addAll(MetricRules.check(mine));
        problem.set("");
        invalid.set(broken.isEmpty() ? null : new Failure.Invalid(broken));
        if (!broken.isEmpty() || busy) {
            return;
        }
        busy = true;
        tasks.run(() -> fresh ? new SaveResult.Saved<>(metrics.define(mine)) : metrics.saveLimits(mine))
                .onSuccess(this::answered)
                .onInvalid(invalid::set)
                .always(() -> busy = false)
                .start();
    }

    private void answered(SaveResult<AssetMetric> result) {
        switch (result) {
            case SaveResult.Saved<AssetMetric> saved -> {
                done.set(true);
                onSaved.run();
            }
            case SaveResult.Conflict<AssetMetric> conflict -> {
                // What was typed stays; saving again writes it over theirs, which the sentence says.
                base = conflict.theirs();
                problem.set(messages.text("metric.conflict", limits(conflict.theirs())));
            }
            case SaveResult.Gone<AssetMetric> gone -> problem.set(messages.text("gone", base.name()));
        }
    }

    private String limits(AssetMetric metric) {
        MetricLimits l = metric.limits();
        return messages.text(
                "metric.limits",
                dash(l.min()),
                dash(l.max()),
                dash(l.warning()),
                dash(l.critical()),
                dash(metric.unit()));
    }

    private static String dash(@Nullable Object value) {
        String text = value instanceof Number number ? Typed.show(number) : value == null ? "" : value.toString();
        return text.isEmpty() ? "–" : text;
    }

    private AssetMetric typed(FieldChecks checks) {
        MetricLimits limits = new MetricLimits(
                Typed.decimal("min", min.get(), checks),
                Typed.decimal("max", max.get(), checks),
                Typed.decimal("warning", warning.get(), checks),
                Typed.decimal("critical", critical.get(), checks));
        return new AssetMetric(
                base.id(),
                base.assetId(),
                name.get().strip(),
                base.value(),
                Typed.text(unit.get()),
                limits,
                base.updatedAt(),
                base.revision());
    }

    private void show(AssetMetric metric) {
        name.set(metric.name());
        unit.set(Typed.show(metric.unit()));
        min.set(Typed.show(metric.limits().min()));
        max.set(Typed.show(metric.limits().max()));
        warning.set(Typed.show(metric.limits().warning()));
        critical.set(Typed.show(metric.limits().critical()));
    }

    public boolean isTyped() {
        return fields.isTyped();
    }

    /** What is typed, to be put aside; with the metric also where it is being defined, since it names the asset. */
    TypedForm typed() {
        return new TypedForm(base, fields.values());
    }

    UUID asset() {
        return base.assetId();
    }

    /** Whether the metric is being defined; the name of an existing one is the key of its history and stays. */
    public boolean isNew() {
        return fresh;
    }

    public ReadOnlyObjectProperty<Failure.@Nullable Invalid> invalidProperty() {
        return invalid.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
