/** Reads delimited text of any size row by row, whatever is in it. */
@NullMarked
package com.prosynchub.service.metric.delimited;

import org.jspecify.annotations.NullMarked;
