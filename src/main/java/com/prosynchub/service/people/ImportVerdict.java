package com.prosynchub.service.people;

/** What becomes of one line of a list of people. */
public enum ImportVerdict {
    /** Somebody who is to be added. */
    FRESH,
    /** Somebody with that user name is there; nothing is changed. */
    THERE,
    /** The line breaks a rule. */
    REFUSED
}
