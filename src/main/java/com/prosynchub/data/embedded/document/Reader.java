package com.prosynchub.data.embedded.document;

/** Where reads go: to any connection of the pool, or to the one of a running transaction. */
@FunctionalInterface
interface Reader {
    <T> T read(Store.Work<T> work);
}
