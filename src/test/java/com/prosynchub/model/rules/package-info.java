/** Tests of the rules that records keep. */
@NullMarked
package com.prosynchub.model.rules;

import org.jspecify.annotations.NullMarked;
