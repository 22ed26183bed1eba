package com.prosynchub.ui.metrics;

import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.metric.MetricEdit;
import com.prosynchub.model.metric.MetricEdits;
import com.prosynchub.model.metric.MetricLine;
import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.service.metric.MetricGridService;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.UnsavedWork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is edited in the grid: gathered until it is saved, in one transaction, with one reason, and taken back as a whole.
 * FX thread.
 */
public final class MetricEditsViewModel implements UnsavedWork {
    /** More rows than these are not named one by one. */
    private static final int NAMED = 5;

    private final MetricGridService service;
    private final MetricGridViewModel grid;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Messages messages = Messages.of("metrics");
    private final ChangeWords words = new ChangeWords(messages);
    private final PendingEdits pending = new PendingEdits();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private List<MetricEdit> takeBack = List.of();
    private boolean busy;

    public MetricEditsViewModel(
            MetricGridService service, MetricGridViewModel grid, TaskRunner tasks, Notices notices) {
        this.service = service;
        this.grid = grid;
        this.tasks = tasks;
        this.notices = notices;
        grid.pendingIn(pending::of);
    }

    /** Takes over what was typed for these rows; nothing of it when a rule is broken, which is then said of field and row. */
    boolean edit(Collection<MetricRow> rows, Map<MetricField, String> typed) {
        return take(rows, now -> {
            FieldChecks checks = new FieldChecks();
            Judging wanted = now;
            for (Map.Entry<MetricField, String> field : typed.entrySet()) {
                wanted = field.getKey().with(wanted, field.getValue(), checks);
            }
            return new Wanted(wanted, checks.violations());
        });
    }

    /** Takes over a whole judging, such as one of before. */
    boolean edit(MetricRow row, Judging wanted) {
        return take(List.of(row), now -> new Wanted(wanted, List.of()));
    }

    private record Wanted(Judging judging, List<Violation> unreadable) {}

    private boolean take(Collection<MetricRow> rows, Function<Judging, Wanted> change) {
        List<MetricEdit> edits = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (MetricRow row : rows) {
            Wanted wanted = change.apply(row.judging());
            List<Violation> violations = new ArrayList<>(wanted.unreadable());
            if (violations.isEmpty()) {
                violations.addAll(MetricRules.check(
                        wanted.judging().limits(), wanted.judging().settings()));
            }
            violations.forEach(v -> broken.add(sentence(row.line(), v)));
            MetricEdit before = pending.of(row.id());
            edits.add(wanted.judging().edit(before == null ? row.line() : before.before()));
        }
        problem.set(listed(broken));
        if (broken.isEmpty()) {
            pending.put(edits);
            repaint();
        }
        return broken.isEmpty();
    }

    private String sentence(MetricLine line, Violation v) {
        String rule = v.rule().equals("order") ? messages.text("rule.maxBelowMin") : FailureText.of(v);
        return messages.text("problem", grid.name(line), messages.text("field." + MetricField.of(v.field()).key), rule);
    }

    private String listed(List<String> sentences) {
        String text = sentences.stream().limit(NAMED).collect(Collectors.joining("\n"));
        return sentences.size() > NAMED ? text + "\n" + messages.text("andMore", sentences.size() - NAMED) : text;
    }

    /** Saves everything; the answer tells whether that worked. */
    public void save(String reason, Consumer<Boolean> whenDone) {
        List<MetricEdit> edits = pending.all();
        if (busy || edits.isEmpty()) {
            whenDone.accept(edits.isEmpty());
            return;
        }
        apply(
                edits,
                reason,
                now -> {
                    takeBack = inverse(edits, now);
                    String done = messages.text("saved", counts(edits));
                    pending.clear();
                    notices.undo(done, this::undo);
                    whenDone.accept(true);
                },
                () -> whenDone.accept(false));
    }

    /** Takes the last edit back that is not saved; without one, what was saved last, as a change of its own. */
    public void undo() {
        if (pending.back()) {
            problem.set("");
            repaint();
        } else if (!takeBack.isEmpty() && !busy) {
            List<MetricEdit> edits = takeBack;
            apply(
                    edits,
                    messages.text("undo.reason"),
                    now -> {
                        takeBack = List.of();
                        notices.success(messages.text("undone", counts(edits)));
                    },
                    () -> {});
        }
    }

    private void apply(List<MetricEdit> edits, String reason, Consumer<List<MetricLine>> done, Runnable failed) {
        busy = true;
        tasks.run(() -> service.apply(edits, reason))
                .onSuccess(result -> {
                    busy = false;
                    switch (result) {
                        case MetricEdits.Done(List<MetricLine> now) -> {
                            done.accept(now);
                            grid.put(now);
                            repaint();
                        }
                        case MetricEdits.Overtaken(List<MetricLine> overtaken) -> {
                            overtaken(overtaken);
                            failed.run();
                        }
                    }
                })
                .onInvalid(invalid -> {
                    problem.set(FailureText.of(invalid).why());
                    failed.run();
                })
                .onFailure(failure -> {
                    notices.failure(failure);
                    failed.run();
                })
                .always(() -> busy = false)
                .start();
    }

    /** Others were faster: what they made is read, what was edited here is put on top, and the rows are named. */
    private void overtaken(List<MetricLine> before) {
        List<UUID> ids = before.stream().map(MetricLine::id).toList();
        tasks.run(() -> service.lines(ids))
                .onSuccess(theirs -> {
                    Set<UUID> gone = new HashSet<>(ids);
                    theirs.forEach(line -> gone.remove(line.id()));
                    pending.rebase(theirs.stream().collect(Collectors.toMap(MetricLine::id, line -> line)));
                    pending.drop(gone);
                    takeBack = List.of();
                    grid.put(theirs);
                    repaint();
                    List<String> names = before.stream()
                            .map(line ->
                                    messages.text(gone.contains(line.id()) ? "gone" : "overtaken", grid.name(line)))
                            .toList();
                    problem.set(messages.text("conflict", before.size()) + "\n" + listed(names));
                })
                .onFailure(notices::failure)
                .start();
    }

    private static List<MetricEdit> inverse(List<MetricEdit> edits, List<MetricLine> now) {
        Map<UUID, MetricLine> lines = now.stream().collect(Collectors.toMap(MetricLine::id, line -> line));
        List<MetricEdit> inverse = new ArrayList<>();
        for (MetricEdit edit : edits) {
            MetricLine line = lines.get(edit.before().id());
            if (line != null) {
                inverse.add(Judging.of(edit.before()).edit(line));
            }
        }
        return inverse;
    }

    private void repaint() {
        count.set(pending.all().size());
        summary.set(pending.isEmpty() ? "" : counts(pending.all()));
        grid.repaint();
    }

    /** How much is changed, such as "14 limits on 9 assets". */
    private String counts(List<MetricEdit> edits) {
        int limits = 0;
        int settings = 0;
        for (MetricEdit edit : edits) {
            Set<MetricField> changed = MetricField.changed(Judging.of(edit.before()), Judging.of(edit));
            int ofLimits =
                    (int) changed.stream().filter(MetricField.LIMITS::contains).count();
            limits += ofLimits;
            settings += changed.size() - ofLimits;
        }
        long assets = edits.stream()
                .map(e -> e.before().metric().assetId())
                .distinct()
                .count();
        return messages.text(
                limits == 0 ? "counts.settings" : settings == 0 ? "counts.limits" : "counts.both",
                limits,
                settings,
                assets);
    }

    /** What saving will change, a line for each, as far as they are named. */
    List<String> preview() {
        List<String> lines = new ArrayList<>();
        for (MetricEdit edit : pending.all()) {
            words.of(Judging.of(edit.before()), Judging.of(edit))
                    .forEach(change -> lines.add(messages.text("preview.line", grid.name(edit.before()), change)));
        }
        return lines;
    }

    @Override
    public boolean isDirty() {
        return !pending.isEmpty();
    }

    @Override
    public void save(Consumer<Boolean> whenDone) {
        save("", whenDone);
    }

    @Override
    public void discard() {
        pending.clear();
        problem.set("");
        repaint();
    }

    /** How a metric would be judged; null where nothing of it is edited. */
    @Nullable
    MetricEdit of(UUID metric) {
        return pending.of(metric);
    }

    /** Metrics with something that is not saved. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** What is not saved, in words; empty for nothing. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What is wrong, naming field and row; empty for nothing. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Takes the sentence about what is wrong away. */
    void settle() {
        problem.set("");
    }
}
