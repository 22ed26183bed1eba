package com.prosynchub.model.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a person's own second factor; its secret is told nowhere but at enrolment.
 *
 * @param since when it was switched on; null while it is off
 * @param recoveryLeft recovery codes that were not used yet
 * @param demanded whether the person's role must have one
 */
public record SecondFactor(boolean on, @Nullable Instant since, int recoveryLeft, boolean demanded) {}
