/** Sources of measured values, and what was refused of them. */
@NullMarked
package com.prosynchub.ui.ingest;

import org.jspecify.annotations.NullMarked;
