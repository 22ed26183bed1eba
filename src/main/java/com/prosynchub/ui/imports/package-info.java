/** Loading measurement files in the window. */
@NullMarked
package com.prosynchub.ui.imports;

import org.jspecify.annotations.NullMarked;
