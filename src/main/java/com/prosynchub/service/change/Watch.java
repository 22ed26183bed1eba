package com.prosynchub.service.change;

/** A subscription; closing it twice is harmless. */
public interface Watch extends AutoCloseable {
    @Override
    void close();
}
