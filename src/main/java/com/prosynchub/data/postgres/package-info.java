/**
 * The relational adapter: Hibernate on PostgreSQL, a pool for each signed-in person, LISTEN/NOTIFY. Only
 * {@link com.prosynchub.data.postgres.PostgresStore} and its configuration are public.
 */
@NullMarked
package com.prosynchub.data.postgres;

import org.jspecify.annotations.NullMarked;
