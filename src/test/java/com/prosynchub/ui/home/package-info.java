@NullMarked
package com.prosynchub.ui.home;

import org.jspecify.annotations.NullMarked;
