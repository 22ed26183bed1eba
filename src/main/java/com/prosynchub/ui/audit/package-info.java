/** The ledger of who did what, as auditors read and check it. */
@NullMarked
package com.prosynchub.ui.audit;

import org.jspecify.annotations.NullMarked;
