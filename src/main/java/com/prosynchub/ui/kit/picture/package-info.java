/** Pictures by address: fetched and judged off the FX thread, kept for a while, and shown in a box that never jumps. */
@NullMarked
package com.prosynchub.ui.kit.picture;

import org.jspecify.annotations.NullMarked;
