package com.prosynchub.service.audit;

import static com.prosynchub.model.access.Action.EXPORT;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Action.RESTORE;
import static com.prosynchub.model.access.Resource.AUDIT;
import static com.prosynchub.model.access.Resource.PURCHASE;

import com.prosynchub.data.AuditLogRepository;
import com.prosynchub.data.LedgerRepository;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.audit.CopyCheck;
import com.prosynchub.model.audit.FormerValue;
import com.prosynchub.model.audit.LedgerCheck;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.model.audit.LedgerFilter;
import com.prosynchub.model.failure.Failure.Denied;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.access.AccessGate;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The ledger for those who may read the audit. Workers only; safe for all of them. */
public final class LedgerService {
    /** Entries that one export holds at most; time and filters make smaller ones. */
    public static final int LARGEST_EXPORT = 100_000;

    /** Letters of a reason that are kept. */
    public static final int LONGEST_REASON = 500;

    private final AccessGate gate;
    private final LedgerRepository ledger;
    private final AuditLogRepository copies;

    /** @param copies of the ledger in the documents */
    public LedgerService(AccessGate gate, LedgerRepository ledger, AuditLogRepository copies) {
        this.gate = gate;
        this.ledger = ledger;
        this.copies = copies;
    }

    /** Newest first. */
    public Page<LedgerEntry> search(LedgerFilter filter, PageRequest page) {
        gate.require(AUDIT, READ);
        return ledger.search(filter, page);
    }

    /** Checks the next stretch of the chain after that entry; the answer says whether and where to go on. */
    public LedgerCheck verify(long after) {
        gate.require(AUDIT, READ);
        return ledger.verify(after);
    }

    /** Lays the next stretch of documents beside the ledger, after that place; 0 begins. */
    public CopyCheck compareCopies(long after) {
        gate.require(AUDIT, READ);
        boolean costs = gate.user().may(Permission.of(PURCHASE, READ));
        try {
            return new CopyComparison(ledger, copies, costs).after(after);
        } catch (FailureException e) {
            if (e.failure() instanceof Denied denied
                    && denied.reason() == DeniedReason.PERMISSION
                    && denied.permission() == null) {
                return new CopyCheck(after, 0, true, null, CopyCheck.Problem.HIDDEN);
            }
            throw e;
        }
    }

    /** What a field of the entry's record was before it, and is now. */
    public FormerValue former(LedgerEntry entry, String field) {
        gate.require(AUDIT, RESTORE);
        return ledger.former(entry.eventId(), field);
    }

    /** Takes one field back, with a reason; the record's own rights are asked for as with any edit. */
    public void restore(LedgerEntry entry, String field, FormerValue seen, String reason) {
        gate.require(AUDIT, RESTORE);
        FieldChecks.demand(new FieldChecks()
                .required("reason", reason)
                .longest("reason", reason, LONGEST_REASON)
                .violations());
        ledger.restore(entry.eventId(), field, seen.revision(), reason.strip());
    }

    /**
     * What an export wrote.
     *
     * @param complete false when there were more entries than one export holds
     */
    public record Exported(int entries, boolean complete) {}

    /** Writes the entries as a table of comma separated values; what stood there is replaced only by a whole export. */
    public Exported export(LedgerFilter filter, Path file) {
        gate.require(AUDIT, EXPORT);
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            Exported exported;
            try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
                exported = write(filter, out);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            return exported;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Exported write(LedgerFilter filter, Writer out) throws IOException {
        LedgerTable table = new LedgerTable(out);
        int written = 0;
        PageRequest request = PageRequest.first(PageRequest.MAX_SIZE);
        while (true) {
            Page<LedgerEntry> page = ledger.search(filter, request);
            for (LedgerEntry entry : page.items()) {
                if (written == LARGEST_EXPORT) {
                    return new Exported(written, false);
                }
                table.write(entry);
                written++;
            }
            String next = page.next();
            if (next == null) {
                return new Exported(written, true);
            }
            request = request.next(next);
        }
    }
}
