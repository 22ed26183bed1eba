/** How the stores are. */
@NullMarked
package com.prosynchub.service.health;

import org.jspecify.annotations.NullMarked;
