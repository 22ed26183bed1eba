package com.prosynchub.data.embedded.document;

import org.jspecify.annotations.Nullable;

/** The document server can't start, and the message says why in words for an operator. */
public final class DocumentServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DocumentServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
