@NullMarked
package com.prosynchub.service.people;

import org.jspecify.annotations.NullMarked;
