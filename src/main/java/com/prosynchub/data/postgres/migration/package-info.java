/** Sets up and upgrades the relational database: roles, schema, the rules that must hold, workstation logins. */
@NullMarked
package com.prosynchub.data.postgres.migration;

import org.jspecify.annotations.NullMarked;
