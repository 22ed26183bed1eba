package com.prosynchub.data.embedded.document;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's binary COPY format. One thread at a time. */
final class CopyBuffer {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private byte[] buffer;
    private int length = HEADER.length;
    private int rows;

    CopyBuffer(int capacity) {
        buffer = Arrays.copyOf(HEADER, HEADER.length + capacity);
    }

    CopyBuffer row(int columns) {
        ensure(2);
        buffer[length++] = (byte) (columns >> 8);
        buffer[length++] = (byte) columns;
        rows++;
        return this;
    }

    CopyBuffer bytes(byte[] value) {
        ensure(4 + value.length);
        putInt(value.length);
        System.arraycopy(value, 0, buffer, length, value.length);
        length += value.length;
        return this;
    }

    CopyBuffer number(long value) {
        ensure(12);
        putInt(8);
        putInt((int) (value >> 32));
        putInt((int) value);
        return this;
    }

    /** Sends the rows, if there are any. */
    void send(Connection connection, String target) throws SQLException {
        if (rows == 0) {
            return;
        }
        ensure(2);
        buffer[length++] = (byte) 0xFF;
        buffer[length++] = (byte) 0xFF;
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + target + " FROM STDIN WITH (FORMAT binary)");
        try {
            copy.writeToCopy(buffer, 0, length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void putInt(int value) {
        buffer[length++] = (byte) (value >> 24);
        buffer[length++] = (byte) (value >> 16);
        buffer[length++] = (byte) (value >> 8);
        buffer[length++] = (byte) value;
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
