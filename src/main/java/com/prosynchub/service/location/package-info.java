/** Use cases of places. */
@NullMarked
package com.prosynchub.service.location;

import org.jspecify.annotations.NullMarked;
