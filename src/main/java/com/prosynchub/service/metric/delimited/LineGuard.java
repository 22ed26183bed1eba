package com.prosynchub.service.metric.delimited;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes text on, but of a line that is longer than a million signs only the beginning and a mark: memory stays flat
 * whatever a file holds. For one thread.
 */
final class LineGuard extends FilterReader {
    /** Stands where the rest of a line was cut off; no text holds it, since it is no character. */
    static final char CUT = '\uFFFF';

    static final int LONGEST = 1_000_000;

    private int column;

    LineGuard(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (true) {
            int read = in.read(buffer, offset, length);
            if (read <= 0) {
                return read;
            }
            int kept = keep(buffer, offset, read);
            if (kept > 0) {
                return kept;
            }
        }
    }

    /** Moves what is kept to the front and answers how much that is. */
    private int keep(char[] buffer, int offset, int read) {
        int to = offset;
        for (int from = offset; from < offset + read; from++) {
            char c = buffer[from];
            if (c == '\n' || c == '\r') {
                column = 0;
            } else if (column > LONGEST) {
                continue;
            } else if (column++ == LONGEST) {
                c = CUT;
            }
            buffer[to++] = c;
        }
        return to - offset;
    }
}
