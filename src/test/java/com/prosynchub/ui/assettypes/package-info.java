@NullMarked
package com.prosynchub.ui.assettypes;

import org.jspecify.annotations.NullMarked;
