package com.prosynchub.service.metric.delimited;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file opened as text: what is no text is refused in a sentence, a byte order mark is passed over, bytes that the
 * encoding does not know become U+FFFD, and endless lines are cut. For one thread, but for the count.
 */
final class TextSource implements Closeable {
    private static final int HEAD = 8192;

    private final CountingStream counter;
    private final Reader reader;

    private TextSource(CountingStream counter, Reader reader) {
        this.counter = counter;
        this.reader = reader;
    }

    static TextSource open(Path file, Charset encoding) throws IOException, UnreadableFileException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException(
                    Files.exists(file) ? file + " is not a file." : "There is no file " + file + ".");
        }
        CountingStream counter = new CountingStream(Files.newInputStream(file));
        try {
            BufferedInputStream in = new BufferedInputStream(counter, 1 << 16);
            in.mark(HEAD);
            byte[] head = in.readNBytes(HEAD);
            in.reset();
            refuseNonText(head, encoding);
            in.skipNBytes(markLength(head, encoding));
            Reader decoded = new InputStreamReader(
                    in,
                    encoding.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE));
            return new TextSource(counter, new LineGuard(decoded));
        } catch (IOException | UnreadableFileException thrown) {
            counter.close();
            throw thrown;
        }
    }

    private static void refuseNonText(byte[] head, Charset encoding) throws UnreadableFileException {
        if (head.length == 0) {
            throw new UnreadableFileException("The file is empty.");
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            throw new UnreadableFileException(
                    "This is a ZIP archive or an Excel workbook, not text: unpack it, or save it as CSV, first.");
        }
        if (starts(head, 0x1F, 0x8B)) {
            throw new UnreadableFileException("This file is compressed (gzip): unpack it first.");
        }
        boolean wide = encoding.name().startsWith("UTF-16") || encoding.name().startsWith("UTF-32");
        if (!wide && (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF))) {
            throw new UnreadableFileException("This is UTF-16 text: write encoding = UTF-16 in the mapping.");
        }
        if (!wide && mostlyControls(head)) {
            throw new UnreadableFileException("This is a binary file, not text.");
        }
    }

    private static boolean mostlyControls(byte[] head) {
        int controls = 0;
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                controls++;
            }
        }
        return controls * 20 > head.length;
    }

    private static int markLength(byte[] head, Charset encoding) {
        return encoding.equals(StandardCharsets.UTF_8) && starts(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    Reader reader() {
        return reader;
    }

    long bytesRead() {
        return counter.count();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
