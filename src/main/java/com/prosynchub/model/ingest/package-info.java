/** Measured values on their way in: what came, what was refused and why, and how much of it. */
@NullMarked
package com.prosynchub.model.ingest;

import org.jspecify.annotations.NullMarked;
