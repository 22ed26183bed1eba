/** The list of work orders, and one order with its checklist and comments. */
@NullMarked
package com.prosynchub.ui.workorders;

import org.jspecify.annotations.NullMarked;
