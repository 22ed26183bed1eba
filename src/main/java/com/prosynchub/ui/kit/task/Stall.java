package com.prosynchub.ui.kit.task;

import java.time.Duration;
import java.util.List;

/**
 * One time that the FX thread did not answer.
 *
 * @param length how long it was silent
 * @param stack what it was doing when the limit was passed
 */
public record Stall(Duration length, List<StackTraceElement> stack) {
    public Stall {
        stack = List.copyOf(stack);
    }

    /** The first frame of our own, which is nearly always the culprit; else the top frame. */
    public String culprit() {
        return stack.stream()
                .filter(frame -> frame.getClassName().startsWith("com.prosynchub."))
                .findFirst()
                .or(() -> stack.stream().findFirst())
                .map(StackTraceElement::toString)
                .orElse("unknown");
    }
}
