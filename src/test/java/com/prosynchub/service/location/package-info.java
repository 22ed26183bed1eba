/** Tests of the use cases of location. */
@NullMarked
package com.prosynchub.service.location;

import org.jspecify.annotations.NullMarked;
