package com.prosynchub.launch.config;

import java.io.Serial;

/** The configuration cannot be used; the message is a whole sentence that names the key or the file. */
public final class ConfigException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ConfigException(String sentence) {
        super(sentence);
    }

    ConfigException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
