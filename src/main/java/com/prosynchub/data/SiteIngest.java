package com.prosynchub.data;

/** The way in as the site service's own login has it, on a connection of its own. */
public interface SiteIngest extends IngestStore, AutoCloseable {
    @Override
    void close();
}
