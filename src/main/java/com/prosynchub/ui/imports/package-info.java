/** Loading measurement files in the window: mapping, preview, check, import, report. */
@NullMarked
package com.prosynchub.ui.imports;

import org.jspecify.annotations.NullMarked;
