/** Keyset pages: every list is paged or capped, and says so. */
@NullMarked
package com.prosynchub.model.page;

import org.jspecify.annotations.NullMarked;
