package com.prosynchub.ui.imports;

/** A line that was refused, and why. */
record RefusalRow(long line, String reason) {}
