/** Tests of the use cases of activity. */
@NullMarked
package com.prosynchub.service.activity;

import org.jspecify.annotations.NullMarked;
