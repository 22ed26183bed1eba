/** Small controls that every screen shares: badges, values, bars, forms and table columns. */
@NullMarked
package com.prosynchub.ui.kit.control;

import org.jspecify.annotations.NullMarked;
