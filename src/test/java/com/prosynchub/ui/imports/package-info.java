@NullMarked
package com.prosynchub.ui.imports;

import org.jspecify.annotations.NullMarked;
