/** Use cases about the site itself. */
@NullMarked
package com.prosynchub.service.site;

import org.jspecify.annotations.NullMarked;
