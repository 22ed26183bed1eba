/** Ports of the data-access layer: one narrow interface per aggregate. Adapters live below. */
@NullMarked
package com.prosynchub.data;

import org.jspecify.annotations.NullMarked;
