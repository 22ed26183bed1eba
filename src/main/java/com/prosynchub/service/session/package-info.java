/** All use cases of one signed-in person, wired together. */
@NullMarked
package com.prosynchub.service.session;

import org.jspecify.annotations.NullMarked;
