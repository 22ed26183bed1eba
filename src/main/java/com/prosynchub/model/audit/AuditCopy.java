package com.prosynchub.model.audit;

import org.jspecify.annotations.Nullable;

/**
 * A document of the audit log, as it is found.
 *
 * @param seq the ledger's place that it says to be of; 0 when it names none
 * @param entry null where the document is not of the form that the relay writes
 */
public record AuditCopy(long seq, @Nullable AuditEntry entry) {}
