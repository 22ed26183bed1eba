/** What the program was told: command line, environment, properties file, and the folders of the platform. */
@NullMarked
package com.prosynchub.launch.config;

import org.jspecify.annotations.NullMarked;
