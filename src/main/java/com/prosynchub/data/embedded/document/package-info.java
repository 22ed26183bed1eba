/** The embedded document server: MongoDB's wire protocol in front of a PostgreSQL database of its own. */
@NullMarked
package com.prosynchub.data.embedded.document;

import org.jspecify.annotations.NullMarked;
