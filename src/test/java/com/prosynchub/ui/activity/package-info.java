@NullMarked
package com.prosynchub.ui.activity;

import org.jspecify.annotations.NullMarked;
