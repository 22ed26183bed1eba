/** Tests of the relational adapter, most of them on a real server. */
@NullMarked
package com.prosynchub.data.postgres;

import org.jspecify.annotations.NullMarked;
