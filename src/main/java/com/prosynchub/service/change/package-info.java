/** Live changes for screens. */
@NullMarked
package com.prosynchub.service.change;

import org.jspecify.annotations.NullMarked;
