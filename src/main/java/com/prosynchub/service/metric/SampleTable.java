package com.prosynchub.service.metric;

import com.prosynchub.service.audit.SheetCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table that is written row by row, as comma separated values or as a workbook. For one thread. */
interface SampleTable extends AutoCloseable {
    /** Writes a row; each cell is a text, a number or empty. */
    void row(List<@Nullable Object> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** What people wrote is quoted, and what a spreadsheet would run is not run. */
    static SampleTable csv(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        // By this mark spreadsheets know the encoding.
        writer.write('\uFEFF');
        return new SampleTable() {
            @Override
            public void row(List<@Nullable Object> cells) throws IOException {
                for (int i = 0; i < cells.size(); i++) {
                    Object cell = cells.get(i);
                    writer.write(i == 0 ? "" : ",");
                    writer.write(
                            switch (cell) {
                                case null -> "";
                                case BigDecimal number -> number.toPlainString();
                                case Number number -> number.toString();
                                default -> SheetCell.of(cell.toString());
                            });
                }
                writer.write("\r\n");
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    /** A workbook of one sheet; texts are texts there, whatever they begin with. */
    static SampleTable workbook(OutputStream out) {
        Workbook book = new Workbook(out, "ProSyncHub", "1.0");
        Worksheet sheet = book.newWorksheet("Samples");
        return new SampleTable() {
            private static final int FLUSHED = 1000;
            private int row;

            @Override
            public void row(List<@Nullable Object> cells) throws IOException {
                for (int i = 0; i < cells.size(); i++) {
                    switch (cells.get(i)) {
                        case null -> {}
                        case Number number -> sheet.value(row, i, number);
                        case Object text -> sheet.value(row, i, text.toString());
                    }
                }
                if (row == 0) {
                    sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
                    sheet.freezePane(0, 1);
                }
                if (++row % FLUSHED == 0) {
                    sheet.flush();
                }
            }

            @Override
            public void close() throws IOException {
                sheet.finish();
                book.finish();
                out.close();
            }
        };
    }
}
