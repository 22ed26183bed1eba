/** Tests of the document store's adapter. */
@NullMarked
package com.prosynchub.data.mongo;

import org.jspecify.annotations.NullMarked;
