/** Tests of the use cases of change. */
@NullMarked
package com.prosynchub.service.change;

import org.jspecify.annotations.NullMarked;
