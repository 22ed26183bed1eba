/** Assets, their types and their hierarchy. */
@NullMarked
package com.prosynchub.model.asset;

import org.jspecify.annotations.NullMarked;
