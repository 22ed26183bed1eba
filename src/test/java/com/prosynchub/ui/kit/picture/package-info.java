@NullMarked
package com.prosynchub.ui.kit.picture;

import org.jspecify.annotations.NullMarked;
