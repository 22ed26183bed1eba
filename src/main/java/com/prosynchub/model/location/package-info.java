/** Physical places and their hierarchy. */
@NullMarked
package com.prosynchub.model.location;

import org.jspecify.annotations.NullMarked;
