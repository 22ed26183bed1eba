/** Tests of all use cases together. */
@NullMarked
package com.prosynchub.service;

import org.jspecify.annotations.NullMarked;
