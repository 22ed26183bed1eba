package com.prosynchub.launch.wiring;

import java.time.Instant;
import java.time.InstantSource;

/**
 * What "now" is for everything that the program shows and writes: the database server's time from the first sign-in on,
 * since a workstation's clock may be hours off. Before that nothing better is known than the workstation's. Any thread.
 */
public final class SiteClock implements InstantSource {
    private volatile InstantSource source = InstantSource.system();

    /** Goes by that clock from now on. */
    public void follow(InstantSource better) {
        source = better;
    }

    @Override
    public Instant instant() {
        return source.instant();
    }
}
