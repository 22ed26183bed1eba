/** Tests of the use cases of asset. */
@NullMarked
package com.prosynchub.service.asset;

import org.jspecify.annotations.NullMarked;
