/** The categories of assets and their editor. */
@NullMarked
package com.prosynchub.ui.assettypes;

import org.jspecify.annotations.NullMarked;
