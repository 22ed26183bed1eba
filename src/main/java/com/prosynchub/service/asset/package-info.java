/** Use cases of assets and their types. */
@NullMarked
package com.prosynchub.service.asset;

import org.jspecify.annotations.NullMarked;
