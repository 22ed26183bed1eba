/** The activity screen: who did what, as a stream that is narrowed and followed. */
@NullMarked
package com.prosynchub.ui.activity;

import org.jspecify.annotations.NullMarked;
