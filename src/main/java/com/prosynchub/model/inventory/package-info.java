/** Parts and stock. */
@NullMarked
package com.prosynchub.model.inventory;

import org.jspecify.annotations.NullMarked;
