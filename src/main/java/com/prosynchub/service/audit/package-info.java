/** Reading, checking and exporting the ledger of who did what. */
@NullMarked
package com.prosynchub.service.audit;

import org.jspecify.annotations.NullMarked;
