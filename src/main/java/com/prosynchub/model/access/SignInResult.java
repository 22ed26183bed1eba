package com.prosynchub.model.access;

import java.time.Duration;

/** What the database answered to a sign-in. Unknown names and wrong passwords are told apart nowhere. */
public sealed interface SignInResult {

    record Accepted(SignedInUser user) implements SignInResult {}

    record Refused() implements SignInResult {}

    /** Too many attempts: nothing was checked; try again after the wait. */
    record Throttled(Duration retryAfter) implements SignInResult {}
}
