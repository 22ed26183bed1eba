/** The demo plant: its history, and the simulator that keeps it running. */
@NullMarked
package com.prosynchub.service.demo;

import org.jspecify.annotations.NullMarked;
