package com.prosynchub.service.audit;

import com.prosynchub.model.audit.FieldChange;
import com.prosynchub.model.audit.LedgerEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes entries as comma separated values, one line for each changed field. For one thread. */
final class LedgerTable {
    private static final List<String> HEAD = List.of(
            "no",
            "time",
            "user name",
            "person",
            "action",
            "record type",
            "record key",
            "record",
            "field",
            "before",
            "after",
            "host",
            "program",
            "reason",
            "fingerprint");

    private final Writer out;

    LedgerTable(Writer out) throws IOException {
        this.out = out;
        line(HEAD);
    }

    void write(LedgerEntry entry) throws IOException {
        List<FieldChange> changes = entry.changes();
        if (changes.isEmpty()) {
            write(entry, null);
        }
        for (FieldChange change : changes) {
            write(entry, change);
        }
    }

    private void write(LedgerEntry e, @Nullable FieldChange change) throws IOException {
        line(List.of(
                text(e.number()),
                e.at().toString(),
                text(e.username()),
                text(e.person()),
                e.action(),
                e.entityType(),
                text(e.entityKey()),
                text(e.name()),
                change == null ? "" : change.field(),
                change == null ? "" : text(change.before()),
                change == null ? "" : text(change.after()),
                text(e.host()),
                text(e.agent()),
                text(e.reason()),
                text(e.fingerprint())));
    }

    private void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(SheetCell.of(cells.get(i)));
        }
        out.write("\r\n");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
