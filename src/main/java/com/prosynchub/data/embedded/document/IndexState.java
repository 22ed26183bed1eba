package com.prosynchub.data.embedded.document;

/** One index of a collection as it is kept: its number in the catalogue names its table. Any thread. */
final class IndexState {
    private final int id;
    private final IndexSpec spec;
    private volatile boolean multikey;

    IndexState(int id, IndexSpec spec, boolean multikey) {
        this.id = id;
        this.spec = spec;
        this.multikey = multikey;
    }

    int id() {
        return id;
    }

    IndexSpec spec() {
        return spec;
    }

    /** Whether some document has more than one entry, or ever had. */
    boolean multikey() {
        return multikey;
    }

    void markMultikey() {
        multikey = true;
    }

    String table() {
        return "docstore.i_" + id;
    }
}
