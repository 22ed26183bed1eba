package com.prosynchub.ui.workorders;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes one change of a work order after the other, each on top of what the one before stored: whoever assigns and then
 * moves quickly is not told that somebody else was faster. What others changed in between is still a conflict. FX thread.
 */
final class OwnWrites {
    private final TaskRunner tasks;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private @Nullable WorkOrder stored;
    private boolean writing;

    OwnWrites(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /**
     * Writes when it is its turn.
     *
     * @param seen the order as the person saw it
     * @param write is given the order to start from. Worker thread
     */
    void write(
            WorkOrder seen,
            Function<WorkOrder, SaveResult<WorkOrder>> write,
            Consumer<SaveResult<WorkOrder>> then,
            Consumer<Failure> failed) {
        waiting.add(() -> start(seen, write, then, failed));
        if (!writing) {
            next();
        }
    }

    private void start(
            WorkOrder seen,
            Function<WorkOrder, SaveResult<WorkOrder>> write,
            Consumer<SaveResult<WorkOrder>> then,
            Consumer<Failure> failed) {
        WorkOrder from = newest(seen);
        tasks.run(() -> write.apply(from))
                .onSuccess(result -> {
                    if (result instanceof SaveResult.Saved<WorkOrder>(WorkOrder now)) {
                        stored = now;
                    }
                    then.accept(result);
                    next();
                })
                .onFailure(failure -> {
                    failed.accept(failure);
                    next();
                })
                .start();
    }

    private WorkOrder newest(WorkOrder seen) {
        WorkOrder own = stored;
        return own != null && own.id().equals(seen.id()) && own.revision() > seen.revision() ? own : seen;
    }

    private void next() {
        Runnable start = waiting.poll();
        writing = start != null;
        if (start != null) {
            start.run();
        }
    }
}
