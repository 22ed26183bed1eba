/** Adding many people at once from a list that somebody else wrote. */
@NullMarked
package com.prosynchub.service.people;

import org.jspecify.annotations.NullMarked;
