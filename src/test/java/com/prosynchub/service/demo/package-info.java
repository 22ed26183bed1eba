/** Tests of the use cases of demo. */
@NullMarked
package com.prosynchub.service.demo;

import org.jspecify.annotations.NullMarked;
