/** Results of predictive maintenance. */
@NullMarked
package com.prosynchub.model.prediction;

import org.jspecify.annotations.NullMarked;
