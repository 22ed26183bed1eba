/** The activity feed and notifications. */
@NullMarked
package com.prosynchub.service.activity;

import org.jspecify.annotations.NullMarked;
