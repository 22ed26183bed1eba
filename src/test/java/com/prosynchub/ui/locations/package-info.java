@NullMarked
package com.prosynchub.ui.locations;

import org.jspecify.annotations.NullMarked;
