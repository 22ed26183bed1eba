package com.prosynchub.data;

import com.prosynchub.model.audit.FormerValue;
import com.prosynchub.model.audit.LedgerCheck;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.model.audit.LedgerFilter;
import com.prosynchub.model.audit.LedgerPlace;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger itself, of which the documents' audit log is a copy. Entries are only ever added, by the store itself. */
public interface LedgerRepository {
    /** Newest first. */
    Page<LedgerEntry> search(LedgerFilter filter, PageRequest page);

    /** Checks the next stretch of the chain after the entry with that number; 0 begins. */
    LedgerCheck verify(long after);

    /** The places after that one in their order, beside which their copies can be laid; at most 1000. */
    List<LedgerPlace> places(long after, int limit);

    /** What a field of the entry's record was before it, and is now. */
    FormerValue former(UUID eventId, String field);

    /**
     * Takes the field back to what it was before the entry, by the same rules as any edit of the record.
     *
     * @param revision of the record as the person saw it; another one is refused as {@code Stale}
     * @param reason recorded with the change
     */
    void restore(UUID eventId, String field, int revision, String reason);

    /** Writes down that something was refused for want of a permission; null where a rule about rows refused it. */
    void noteRefusal(@Nullable String permission);
}
