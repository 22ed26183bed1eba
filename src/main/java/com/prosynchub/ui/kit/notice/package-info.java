/** Short notices that come and go, and banners that stay until their cause is gone. */
@NullMarked
package com.prosynchub.ui.kit.notice;

import org.jspecify.annotations.NullMarked;
