package com.prosynchub.launch.cli;

import java.io.Serial;

/** A command cannot do what it was asked; the message is a whole sentence. */
final class CommandException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    CommandException(String sentence) {
        super(sentence);
    }
}
