package com.prosynchub.ui.kit.picture;

/** Why an address shows no picture. */
public enum PictureProblem {
    /** Neither a web address nor a file of this computer. */
    ADDRESS,
    /** The address carries a name or a password, which everybody could read who sees the record. */
    CREDENTIALS,
    /** Nobody answers there, or no such file is there. */
    UNREACHABLE,
    /** The server answered that it has no picture for us. */
    REFUSED,
    /** The server sent us on to where a picture may not come from, or on and on. */
    SENT_ELSEWHERE,
    TOO_SLOW,
    TOO_LARGE,
    /** What came is none of the kinds of picture that are shown. */
    NOT_A_PICTURE
}
