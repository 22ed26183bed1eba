package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A collection in memory: what the catalogue says of it and the locks of its writers. Readers take no lock. Inserts hold
 * {@link #structure} for reading; updates and deletes also hold {@link #changes}, so that none is lost; building and
 * dropping hold {@link #structure} for writing. Any thread.
 */
final class CollectionState {
    private final int id;
    private final UUID uuid;
    private final AtomicLong nextRecord;
    private final ReentrantReadWriteLock structure = new ReentrantReadWriteLock();
    private final ReentrantLock changes = new ReentrantLock();
    private volatile Namespace namespace;
    private volatile Rules rules;
    private volatile List<IndexState> indexes;
    private volatile boolean dropped;
    private volatile int averageSize = 512;

    /** Database and collection name. */
    record Namespace(String database, String name) {
        @Override
        public String toString() {
            return database + "." + name;
        }
    }

    /** Options as given, and the validator made of them. */
    record Rules(Document options, Validator validator) {
        static Rules of(Document options) {
            return new Rules(options, Validator.of(options));
        }
    }

    CollectionState(int id, UUID uuid, Namespace namespace, Rules rules, List<IndexState> indexes, long nextRecord) {
        this.id = id;
        this.uuid = uuid;
        this.namespace = namespace;
        this.rules = rules;
        this.indexes = List.copyOf(indexes);
        this.nextRecord = new AtomicLong(nextRecord);
    }

    int id() {
        return id;
    }

    UUID uuid() {
        return uuid;
    }

    Namespace namespace() {
        return namespace;
    }

    void rename(Namespace to) {
        namespace = to;
    }

    Rules rules() {
        return rules;
    }

    void rules(Rules changed) {
        rules = changed;
    }

    /** The indexes beside the one on {@code _id}, which every collection has. */
    List<IndexState> indexes() {
        return indexes;
    }

    void indexes(List<IndexState> changed) {
        indexes = List.copyOf(changed);
    }

    /** First of {@code count} fresh record numbers; records are read in their order. */
    long reserve(int count) {
        return nextRecord.getAndAdd(count);
    }

    ReentrantReadWriteLock structure() {
        return structure;
    }

    ReentrantLock changes() {
        return changes;
    }

    boolean dropped() {
        return dropped;
    }

    void markDropped() {
        dropped = true;
    }

    /** Running mean size of a document in bytes, to choose how many to read at once. */
    int averageSize() {
        return averageSize;
    }

    void sawSize(int bytes) {
        averageSize = Math.max(32, (averageSize * 7 + bytes) / 8);
    }

    String table() {
        return "docstore.c_" + id;
    }
}
