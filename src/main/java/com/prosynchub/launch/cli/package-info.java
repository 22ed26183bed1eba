/** The commands: each reads its words, calls one service and prints the answer. */
@NullMarked
package com.prosynchub.launch.cli;

import org.jspecify.annotations.NullMarked;
