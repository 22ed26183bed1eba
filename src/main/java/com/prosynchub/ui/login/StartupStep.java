package com.prosynchub.ui.login;

import java.util.Locale;

/** What the program does between the double click and the sign-in screen, in order. */
public enum StartupStep {
    CHECK,
    UNPACK,
    INITIALISE,
    START,
    MIGRATE,
    DOCUMENTS,
    DEMO,
    READY;

    String messageKey() {
        return "startup.step." + name().toLowerCase(Locale.ROOT);
    }
}
