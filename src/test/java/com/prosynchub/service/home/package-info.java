/** Tests of the use cases of home. */
@NullMarked
package com.prosynchub.service.home;

import org.jspecify.annotations.NullMarked;
