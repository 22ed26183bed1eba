@NullMarked
package com.prosynchub.ui.workorders;

import org.jspecify.annotations.NullMarked;
