/** Tests of the configuration. */
@NullMarked
package com.prosynchub.launch.config;

import org.jspecify.annotations.NullMarked;
