@NullMarked
package com.prosynchub.ui.kit.feed;

import org.jspecify.annotations.NullMarked;
