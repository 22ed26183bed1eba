/** Tests of the use cases of health. */
@NullMarked
package com.prosynchub.service.health;

import org.jspecify.annotations.NullMarked;
