/** The asset tree, an asset in detail, its editor and its metrics. */
@NullMarked
package com.prosynchub.ui.assets;

import org.jspecify.annotations.NullMarked;
