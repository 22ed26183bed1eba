/** The one asynchronous seam of the window: work goes off the FX thread here, and results come back here. */
@NullMarked
package com.prosynchub.ui.kit.task;

import org.jspecify.annotations.NullMarked;
