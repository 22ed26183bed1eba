/** Everything before the shell: start-up progress, the first start, sign-in and the forced password change. */
@NullMarked
package com.prosynchub.ui.login;

import org.jspecify.annotations.NullMarked;
