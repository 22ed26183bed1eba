package com.prosynchub.ui.shell;

import java.util.List;

/**
 * One store on the status line.
 *
 * @param text its name with latency, or that it does not answer
 * @param detail version and problems, for the tooltip
 */
public record StoreLine(String text, boolean reachable, List<String> detail) {
    public StoreLine {
        detail = List.copyOf(detail);
    }
}
