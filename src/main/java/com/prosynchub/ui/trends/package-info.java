/** Up to four charts over time, of any assets. */
@NullMarked
package com.prosynchub.ui.trends;

import org.jspecify.annotations.NullMarked;
