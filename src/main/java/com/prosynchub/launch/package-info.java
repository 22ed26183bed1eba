/** The composition root: the only place that sees every layer. */
@NullMarked
package com.prosynchub.launch;

import org.jspecify.annotations.NullMarked;
