/** Demonstrations started by hand, and the pictures taken of them. */
@NullMarked
package com.prosynchub.demo;

import org.jspecify.annotations.NullMarked;
