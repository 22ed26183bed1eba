/** The closed set of ways in which an action can fail, and how a failure travels. */
@NullMarked
package com.prosynchub.model.failure;

import org.jspecify.annotations.NullMarked;
