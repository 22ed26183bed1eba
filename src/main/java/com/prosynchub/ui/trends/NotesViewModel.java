package com.prosynchub.ui.trends;

import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.MetricNote;
import com.prosynchub.service.trend.MetricNoteService;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.trends.TrendPanelViewModel.Line;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes, changes and deletes notes at the time axis; the charts read them again afterwards. FX thread. */
public final class NotesViewModel {
    private final MetricNoteService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Runnable onChange;
    private final Messages messages = Messages.of("trends");

    /** @param onChange reads what stands at the time axes again */
    NotesViewModel(MetricNoteService service, TaskRunner tasks, Notices notices, Runnable onChange) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        this.onChange = onChange;
    }

    public boolean mayNote() {
        return service.mayNote();
    }

    public boolean mayChange(MetricNote note) {
        return service.mayChange(note);
    }

    /** Notes something at a line's asset, or at its metric. */
    void create(Line line, @Nullable String metric, Instant from, @Nullable Instant to, String text) {
        MetricNote note = new MetricNote(
                UUID.randomUUID(), line.asset(), metric, from, to, text.strip(), service.author(), null, null, 0);
        put(note);
    }

    void save(MetricNote note) {
        tasks.run(() -> service.save(note))
                .onSuccess(result -> {
                    if (!(result instanceof SaveResult.Saved<MetricNote>)) {
                        notices.warning(messages.text("note.other"));
                    }
                    onChange.run();
                })
                .start();
    }

    /** Takes a note away, which can be taken back. */
    void delete(MetricNote note) {
        tasks.run(() -> service.delete(note.id(), note.revision()))
                .onSuccess(result -> {
                    if (result instanceof SaveResult.Conflict<UUID>) {
                        notices.warning(messages.text("note.other"));
                    } else {
                        notices.undo(messages.text("note.deleted"), () -> put(note));
                    }
                    onChange.run();
                })
                .start();
    }

    private void put(MetricNote note) {
        tasks.run(() -> service.create(note))
                .onSuccess(stored -> onChange.run())
                .start();
    }
}
