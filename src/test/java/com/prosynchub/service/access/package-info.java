/** Tests of the use cases of access. */
@NullMarked
package com.prosynchub.service.access;

import org.jspecify.annotations.NullMarked;
