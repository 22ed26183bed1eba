package com.prosynchub.service.metric;

import com.prosynchub.model.failure.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an export wrote.
 *
 * @param rows written
 * @param assets of which rows were written
 * @param leftOut assets that do not fit the mapping, a sentence each
 * @param mappingText of a mapping that reads the file back; null when the request named its own
 * @param reason why it did not complete, in a sentence; null when it did
 * @param failure the failure of a store behind {@code reason}, if there was one
 */
public record ExportReport(
        long rows,
        long assets,
        List<String> leftOut,
        @Nullable String mappingText,
        @Nullable String reason,
        @Nullable Failure failure) {
    public ExportReport {
        leftOut = List.copyOf(leftOut);
    }

    public boolean completed() {
        return reason == null;
    }
}
