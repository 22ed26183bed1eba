@NullMarked
package com.prosynchub.ui.trends;

import org.jspecify.annotations.NullMarked;
