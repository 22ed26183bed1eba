package com.prosynchub.ui.kit.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
    private final ManualTaskRunner manual = new ManualTaskRunner();
    private final List<String> seen = new ArrayList<>();

    @Test
    void newestRequestWinsWhateverTheOrderOfAnswers() {
        TaskKey key = TaskKey.of(this, "detail");
        manual.run(() -> "old").newest(key).onSuccess(seen::add).start();
        manual.run(() -> "new").newest(key).onSuccess(seen::add).start();
        manual.runAt(1);
        manual.runAt(0);
        assertThat(seen).containsExactly("new");
    }

    @Test
    void requestsOfDifferentOwnersDoNotOvertakeEachOther() {
        manual.run(() -> "a")
                .newest(TaskKey.of(new Object(), "x"))
                .onSuccess(seen::add)
                .start();
        manual.run(() -> "b")
                .newest(TaskKey.of(new Object(), "x"))
                .onSuccess(seen::add)
                .start();
        manual.runAll();
        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void cancelledWorkIsNeitherRunNorAnswered() {
        TaskHandle handle = manual.run(() -> seen.add("ran"))
                .onSuccess(ok -> seen.add("answered"))
                .always(() -> seen.add("always"))
                .start();
        handle.cancel();
        manual.runAll();
        assertThat(seen).isEmpty();
        assertThat(handle.isCancelled()).isTrue();
    }

    @Test
    void eachFailureGoesToItsOwnHandlerThenToTheGeneralOneThenToTheDefault() {
        DirectTaskRunner direct = new DirectTaskRunner();
        Failure stale = new Failure.Stale("ASSET", "1", "");
        Failure down = new Failure.Unavailable(Failure.Store.DOCUMENT, "");
        failing(direct, stale)
                .onStale(f -> seen.add("stale"))
                .onFailure(f -> seen.add("general"))
                .start();
        failing(direct, down)
                .onStale(f -> seen.add("stale"))
                .onFailure(f -> seen.add("general"))
                .start();
        failing(direct, down).onStale(f -> seen.add("stale")).start();
        assertThat(seen).containsExactly("stale", "general");
        assertThat(direct.unhandled()).containsExactly(down);
    }

    @Test
    void whateverIsThrownBecomesAnUnexpectedFailureAndAlwaysRuns() {
        DirectTaskRunner direct = new DirectTaskRunner();
        direct.<String>run(() -> {
                    throw new IllegalStateException("broken");
                })
                .onUnexpected(f -> seen.add(f.detail()))
                .always(() -> seen.add("always"))
                .start();
        assertThat(seen).containsExactly("java.lang.IllegalStateException: broken", "always");
    }

    @Test
    void realRunnerWorksOnItsExecutorAndAnswersThroughTheScheduler() {
        Queue<Runnable> workers = new ArrayDeque<>();
        ManualUiScheduler ui = new ManualUiScheduler();
        FxTaskRunner runner = new FxTaskRunner(workers::add, ui);
        runner.setDefaultFailureHandler(failure -> seen.add(failure.code()));
        runner.run(() -> "done").onSuccess(seen::add).start();
        failing(runner, new Failure.Unexpected("x")).start();
        assertThat(seen).isEmpty();
        workers.forEach(Runnable::run);
        assertThat(seen).isEmpty();
        ui.runPosted();
        assertThat(seen).containsExactly("done", "PSH-UNEXPECTED");
    }

    @Test
    void whatIsAskedForAfterTheWorkersEndedIsLetGo() {
        ExecutorService workers = Executors.newSingleThreadExecutor();
        workers.shutdownNow();
        new FxTaskRunner(workers, new ManualUiScheduler())
                .run(() -> seen.add("ran"))
                .newest(TaskKey.of(this, "list"))
                .start();
        assertThat(seen).isEmpty();
    }

    @Test
    void realRunnerSkipsWorkThatWasOvertakenBeforeItBegan() {
        Queue<Runnable> workers = new ArrayDeque<>();
        ManualUiScheduler ui = new ManualUiScheduler();
        FxTaskRunner runner = new FxTaskRunner(workers::add, ui);
        TaskKey key = TaskKey.of(this, "list");
        runner.run(() -> seen.add("first ran")).newest(key).start();
        runner.run(() -> "second").newest(key).onSuccess(seen::add).start();
        workers.forEach(Runnable::run);
        ui.runPosted();
        assertThat(seen).containsExactly("second");
    }

    private static Work<String> failing(TaskRunner runner, Failure failure) {
        return runner.run(() -> {
            throw new FailureException(failure);
        });
    }
}
