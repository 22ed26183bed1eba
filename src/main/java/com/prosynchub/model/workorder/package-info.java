/** Maintenance work orders and their lines. */
@NullMarked
package com.prosynchub.model.workorder;

import org.jspecify.annotations.NullMarked;
