@NullMarked
package com.prosynchub.ui.users;

import org.jspecify.annotations.NullMarked;
