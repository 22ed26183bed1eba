package com.prosynchub.model.access;

import java.time.Duration;

/** What the database answered to a sign-in. Unknown names and wrong passwords are told apart nowhere. */
public sealed interface SignInResult {

    record Accepted(SignedInUser user) implements SignInResult {}

    record Refused() implements SignInResult {}

    /** Too many attempts: nothing was checked; try again after the wait. */
    record Throttled(Duration retryAfter) implements SignInResult {}

    /** The password was right; a code of the second factor is asked for. */
    record CodeNeeded() implements SignInResult {}

    /** The second step came too late, or the account changed in between: begin again. */
    record Expired() implements SignInResult {}
}
