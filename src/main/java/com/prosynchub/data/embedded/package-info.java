/** The stores that need no server: a PostgreSQL of our own, started beside the client, and what lives in its directory. */
@NullMarked
package com.prosynchub.data.embedded;

import org.jspecify.annotations.NullMarked;
