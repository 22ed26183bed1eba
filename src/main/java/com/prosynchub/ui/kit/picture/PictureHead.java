package com.prosynchub.ui.kit.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Width and height as the first bytes of a PNG, JPEG or GIF say them, read before anything is decoded: a few bytes can unfold
 * to more pixels than there is memory.
 */
record PictureHead(int width, int height) {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] GIF = "GIF8".getBytes(StandardCharsets.US_ASCII);
    private static final int MARKER = 0xFF;

    static PictureHead of(byte[] bytes) throws PictureException {
        try {
            ByteBuffer data = ByteBuffer.wrap(bytes);
            if (startsWith(bytes, PNG)) {
                return of(data.getInt(16), data.getInt(20));
            }
            if (startsWith(bytes, GIF)) {
                data.order(ByteOrder.LITTLE_ENDIAN);
                return of(data.getShort(6) & 0xFFFF, data.getShort(8) & 0xFFFF);
            }
            if (startsWith(bytes, JPEG)) {
                return jpeg(data.position(2));
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException | java.nio.BufferUnderflowException cut) {
            throw new PictureException(PictureProblem.NOT_A_PICTURE);
        }
        throw new PictureException(PictureProblem.NOT_A_PICTURE);
    }

    long pixels() {
        return (long) width * height;
    }

    private static PictureHead jpeg(ByteBuffer data) throws PictureException {
        while (true) {
            if ((data.get() & 0xFF) != MARKER) {
                throw new PictureException(PictureProblem.NOT_A_PICTURE);
            }
            int kind = data.get() & 0xFF;
            while (kind == MARKER) {
                kind = data.get() & 0xFF;
            }
            int length = data.getShort(data.position()) & 0xFFFF;
            if (isFrame(kind)) {
                int height = data.getShort(data.position() + 3) & 0xFFFF;
                return of(data.getShort(data.position() + 5) & 0xFFFF, height);
            }
            data.position(data.position() + Math.max(2, length));
        }
    }

    /** The frame headers C0 to CF, of which C4, C8 and CC are something else. */
    private static boolean isFrame(int kind) {
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }

    private static PictureHead of(int width, int height) throws PictureException {
        if (width <= 0 || height <= 0) {
            throw new PictureException(PictureProblem.NOT_A_PICTURE);
        }
        return new PictureHead(width, height);
    }

    private static boolean startsWith(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && java.util.Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
