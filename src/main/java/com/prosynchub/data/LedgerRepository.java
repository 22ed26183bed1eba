package com.prosynchub.data;

import com.prosynchub.model.audit.LedgerCheck;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.model.audit.LedgerFilter;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;

/** The ledger itself, of which the documents' audit log is a copy. Only reading; nothing here is ever changed. */
public interface LedgerRepository {
    /** Newest first. */
    Page<LedgerEntry> search(LedgerFilter filter, PageRequest page);

    /** Checks the next stretch of the chain after the entry with that number; 0 begins. */
    LedgerCheck verify(long after);
}
