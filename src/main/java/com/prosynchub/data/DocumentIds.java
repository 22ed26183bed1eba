package com.prosynchub.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Makes the ids of documents that come from an event, so that storing the same event twice meets the same id.
 *
 * <p>An id is 24 hexadecimal digits: four bytes of seconds, as every ObjectId begins, and eight bytes of a hash.
 */
public final class DocumentIds {
    private DocumentIds() {}

    /** The id of the document of {@code purpose} that belongs to an event. */
    public static String of(UUID event, Instant at, String purpose) {
        byte[] hash = sha256((event + "/" + purpose).getBytes(StandardCharsets.UTF_8));
        ByteBuffer id =
                ByteBuffer.allocate(12).putInt((int) at.getEpochSecond()).put(hash, 0, 8);
        return HexFormat.of().formatHex(id.array());
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
