/** The rules of the house as tests, each proved by a planted violation. */
@NullMarked
package com.prosynchub.architecture;

import org.jspecify.annotations.NullMarked;
