/** Tests of the commands. */
@NullMarked
package com.prosynchub.launch.cli;

import org.jspecify.annotations.NullMarked;
