/** Planning, doing and finishing work orders. */
@NullMarked
package com.prosynchub.service.workorder;

import org.jspecify.annotations.NullMarked;
