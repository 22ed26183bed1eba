package com.prosynchub.ui.kit.task;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/** A lookup that asks services on a worker; what cannot be asked finds nothing. FX thread. */
public final class TaskLookup<K> implements Lookup<K> {
    private final TaskRunner tasks;
    private final Function<String, List<Hit<K>>> find;
    private final Function<K, String> name;

    /**
     * @param find records by part of their names
     * @param name what a record is called
     */
    public TaskLookup(TaskRunner tasks, Function<String, List<Hit<K>>> find, Function<K, String> name) {
        this.tasks = tasks;
        this.find = find;
        this.name = name;
    }

    @Override
    public void find(String text, Consumer<List<Hit<K>>> answer) {
        ask("find", () -> find.apply(text), answer, List.of());
    }

    @Override
    public void nameOf(K key, Consumer<String> answer) {
        ask("name", () -> name.apply(key), answer, "");
    }

    private <T> void ask(String what, Callable<T> question, Consumer<T> answer, T nothing) {
        tasks.run(question)
                .newest(TaskKey.of(this, what))
                .onSuccess(answer::accept)
                .onFailure(failure -> answer.accept(nothing))
                .start();
    }
}
