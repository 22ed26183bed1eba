@NullMarked
package com.prosynchub.ui.shell;

import org.jspecify.annotations.NullMarked;
