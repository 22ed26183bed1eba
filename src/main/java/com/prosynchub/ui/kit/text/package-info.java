/** Words, numbers and times as people read them. */
@NullMarked
package com.prosynchub.ui.kit.text;

import org.jspecify.annotations.NullMarked;
