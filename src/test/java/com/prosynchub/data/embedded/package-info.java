/** Tests of the embedded stores on real data directories. */
@NullMarked
package com.prosynchub.data.embedded;

import org.jspecify.annotations.NullMarked;
