package com.prosynchub.launch.wiring;

import java.io.Serial;

/** The program must not work on these stores; the message is a whole sentence. */
public final class StartRefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StartRefusedException(String sentence) {
        super(sentence);
    }
}
