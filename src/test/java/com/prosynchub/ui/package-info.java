/** Windows over fakes: a sample plant, and tests that go through several screens. */
@NullMarked
package com.prosynchub.ui;

import org.jspecify.annotations.NullMarked;
