package com.prosynchub.service.metric.delimited;

/** A file that can not be read as text at all, or not beyond some point; the message is a sentence for a person. */
public final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String sentence) {
        super(sentence);
    }
}
