@NullMarked
package com.prosynchub.ui.settings;

import org.jspecify.annotations.NullMarked;
