package com.prosynchub.ui.kit.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes opaque pixels as PNG, eight bits a channel, without AWT. Stateless. */
public final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] TRUE_COLOUR = {8, 2, 0, 0, 0};

    private PngFile() {}

    /** Writes rows of {@code width} pixels, each 0xAARRGGBB, of which alpha is left out. */
    public static void write(int width, int height, int[] pixels, OutputStream target) throws IOException {
        DataOutputStream out = new DataOutputStream(target);
        out.write(SIGNATURE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(bytes);
        head.writeInt(width);
        head.writeInt(height);
        head.write(TRUE_COLOUR);
        chunk(out, "IHDR", bytes.toByteArray());
        chunk(out, "IDAT", packed(width, height, pixels));
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    /** Red, green and blue of every pixel. */
    public static byte[] channels(int[] pixels) {
        byte[] channels = new byte[pixels.length * 3];
        for (int i = 0; i < pixels.length; i++) {
            channels[i * 3] = (byte) (pixels[i] >> 16);
            channels[i * 3 + 1] = (byte) (pixels[i] >> 8);
            channels[i * 3 + 2] = (byte) pixels[i];
        }
        return channels;
    }

    private static byte[] packed(int width, int height, int[] pixels) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        byte[] channels = channels(pixels);
        try (DeflaterOutputStream zip = new DeflaterOutputStream(packed, deflater)) {
            for (int y = 0; y < height; y++) {
                zip.write(0);
                zip.write(channels, y * width * 3, width * 3);
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) check.getValue());
    }
}
