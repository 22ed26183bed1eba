@NullMarked
package com.prosynchub.ui.login;

import org.jspecify.annotations.NullMarked;
