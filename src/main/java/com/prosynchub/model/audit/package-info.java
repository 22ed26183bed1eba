/** What was done, by whom, and the activity feed made of it. */
@NullMarked
package com.prosynchub.model.audit;

import org.jspecify.annotations.NullMarked;
