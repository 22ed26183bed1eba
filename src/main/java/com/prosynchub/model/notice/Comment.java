package com.prosynchub.model.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comment on a work order. {@code id} is 24 hexadecimal digits, null before it is stored. */
public record Comment(
        @Nullable String id,
        UUID workOrderId,
        UUID userId,
        String content,
        List<Attachment> attachments,
        Instant createdAt,
        @Nullable Instant updatedAt) {
    public Comment {
        attachments = List.copyOf(attachments);
    }

    /** A file of a comment. {@code size} is in bytes, 0 to 100 MiB; the name holds no slash. */
    public record Attachment(String filename, String url, String fileType, long size) {}
}
