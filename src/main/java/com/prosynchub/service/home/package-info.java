/** What the first screen shows. */
@NullMarked
package com.prosynchub.service.home;

import org.jspecify.annotations.NullMarked;
