/** Carries the ledger's events from the relational store to the document store: audit, feed and notifications. */
@NullMarked
package com.prosynchub.service.relay;

import org.jspecify.annotations.NullMarked;
