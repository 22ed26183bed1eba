package com.prosynchub.ui.kit.task;

import java.util.List;
import java.util.function.Consumer;

/**
 * Where one of very many records is found by part of its name. Answers may come later, on the FX thread; of several
 * questions only the newest counts.
 *
 * @param <K> what a record is known by
 */
public interface Lookup<K> {
    void find(String text, Consumer<List<Hit<K>>> answer);

    /** What a record is called; empty when it is gone. */
    void nameOf(K key, Consumer<String> answer);

    /** One that was found. */
    record Hit<K>(K key, String name) {}
}
