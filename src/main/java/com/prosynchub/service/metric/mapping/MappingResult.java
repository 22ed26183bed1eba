package com.prosynchub.service.metric.mapping;

import java.util.List;

/** What became of a mapping's text. */
public sealed interface MappingResult {
    record Understood(ImportMapping mapping) implements MappingResult {}

    /** Every mistake, in order of the lines. */
    record Mistaken(List<Problem> problems) implements MappingResult {
        public Mistaken {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One mistake.
     *
     * @param line from 1; 0 when a key is missing
     * @param key the key it is about; empty for a line without one
     * @param sentence what is wrong and what would be right
     */
    record Problem(int line, String key, String sentence) {
        @Override
        public String toString() {
            return (line == 0 ? "" : "Line " + line + ": ") + (key.isEmpty() ? "" : key + ": ") + sentence;
        }
    }
}
