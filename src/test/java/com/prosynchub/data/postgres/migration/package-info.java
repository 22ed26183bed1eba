/** Migrations, catalogue and rules on a real server. */
@NullMarked
package com.prosynchub.data.postgres.migration;

import org.jspecify.annotations.NullMarked;
