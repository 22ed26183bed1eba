@NullMarked
package com.prosynchub.ui.profile;

import org.jspecify.annotations.NullMarked;
