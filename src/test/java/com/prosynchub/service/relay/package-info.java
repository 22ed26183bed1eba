/** Tests of the outbox relay. */
@NullMarked
package com.prosynchub.service.relay;

import org.jspecify.annotations.NullMarked;
