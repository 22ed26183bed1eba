@NullMarked
package com.prosynchub.ui.audit;

import org.jspecify.annotations.NullMarked;
