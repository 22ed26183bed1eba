@NullMarked
package com.prosynchub.ui.assets;

import org.jspecify.annotations.NullMarked;
