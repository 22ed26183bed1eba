package com.prosynchub.service.metric.delimited;

import com.prosynchub.service.metric.mapping.ImportMapping.Format;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file, empty lines and comments left out. For one thread, but for {@link #bytesRead}. */
public final class RowReader implements AutoCloseable {
    private static final int BUFFER = 4 * LineGuard.LONGEST;

    private final TextSource source;
    private final Format format;
    private final BufferedReader text;
    private final @Nullable CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private long line;

    /** Opens the file; throws with a sentence when it is no text in the mapping's encoding. */
    public RowReader(Path file, Format format) throws IOException, UnreadableFileException {
        this.format = format;
        source = TextSource.open(file, format.encoding());
        text = new BufferedReader(source.reader(), 1 << 16);
        try {
            for (int i = 0; i < format.skipLines() && text.readLine() != null; i++) {
                line++;
            }
            records = format.whitespace() ? null : records();
            Row first = format.header() ? next() : null;
            header = first == null
                    ? List.of()
                    : first.cells().stream().map(String::strip).toList();
        } catch (IOException | UnreadableFileException | RuntimeException thrown) {
            source.close();
            throw thrown;
        }
    }

    private CloseableIterator<CsvRecord> records() {
        String separator = String.valueOf(format.separator());
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(BUFFER);
        if (separator.length() == 1) {
            builder.allowExtraCharsAfterClosingQuote(true); // the library refuses it for longer separators
        }
        Character comment = format.comment();
        if (comment != null) {
            builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(comment);
        }
        CsvRecordHandler handler =
                CsvRecordHandler.builder().maxFields(LineGuard.LONGEST + 2).build();
        return builder.build(handler, text).iterator();
    }

    /** Names of the columns; empty where the file has none. */
    public List<String> header() {
        return header;
    }

    /** Bytes taken from the file so far. */
    public long bytesRead() {
        return source.bytesRead();
    }

    /** The next row, or null at the end. */
    public @Nullable Row next() throws IOException, UnreadableFileException {
        return records == null ? readBlanks() : readRecord(records);
    }

    private @Nullable Row readBlanks() throws IOException {
        String read;
        while ((read = text.readLine()) != null) {
            line++;
            String stripped = read.strip();
            Character comment = format.comment();
            if (!stripped.isEmpty() && (comment == null || stripped.charAt(0) != comment)) {
                return new Row(line, split(stripped));
            }
        }
        return null;
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean blank = i == line.length() || line.charAt(i) == ' ' || line.charAt(i) == '\t';
            if (blank && start >= 0) {
                cells.add(line.substring(start, i));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        return cells;
    }

    private @Nullable Row readRecord(CloseableIterator<CsvRecord> iterator)
            throws IOException, UnreadableFileException {
        try {
            if (!iterator.hasNext()) {
                return null;
            }
            CsvRecord csv = iterator.next();
            return new Row(line + csv.getStartingLineNumber(), csv.getFields());
        } catch (CsvParseException malformed) {
            throw new UnreadableFileException("After line " + line
                    + " a quotation mark opens a cell that does not end, or a row is far too long: "
                    + malformed.getMessage());
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
