package com.prosynchub.service.access;

import com.prosynchub.data.RelationalSession;

/** Hears of sessions; the composition root builds and drops the use cases here. Called on the worker that signed in. */
public interface SessionListener {

    /** Somebody signed in and may work. Called once per session, after a forced change of password. */
    void opened(RelationalSession session);

    /** The person signed out or somebody else signs in. The session still stands and is closed when this returns. */
    void closing(RelationalSession session);
}
