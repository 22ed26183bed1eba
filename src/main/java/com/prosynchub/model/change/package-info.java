/** What the stores announce when a commit changed something. */
@NullMarked
package com.prosynchub.model.change;

import org.jspecify.annotations.NullMarked;
