/** How the stores and the program are doing. */
@NullMarked
package com.prosynchub.model.health;

import org.jspecify.annotations.NullMarked;
