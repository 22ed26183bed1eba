/** Tests of the start of the program. */
@NullMarked
package com.prosynchub.launch;

import org.jspecify.annotations.NullMarked;
