/** How a file of measured values is to be understood: the mapping, its text form, and guesses at it. */
@NullMarked
package com.prosynchub.service.metric.mapping;

import org.jspecify.annotations.NullMarked;
