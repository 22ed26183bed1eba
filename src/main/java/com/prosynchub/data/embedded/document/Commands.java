package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Locale;
import java.util.Set;

/** Finds the code for a command and refuses what this server doesn't do. Any thread. */
final class Commands {
    private static final Set<String> TRANSACTIONS = Set.of("committransaction", "aborttransaction");

    private final Reads reads;
    private final Writes writes;
    private final Structure structure;
    private final Server server;

    Commands(Reads reads, Writes writes, Structure structure, Server server) {
        this.reads = reads;
        this.writes = writes;
        this.structure = structure;
        this.server = server;
    }

    Reply run(Request request) {
        String name = request.name().toLowerCase(Locale.ROOT);
        refuse(request, name);
        return switch (name) {
            case "find" -> reads.find(request);
            case "getmore" -> reads.more(request);
            case "aggregate" -> reads.aggregate(request);
            case "listcollections" -> structure.listCollections(request);
            case "listindexes" -> structure.listIndexes(request);
            default -> new Reply.Plain(plain(request, name));
        };
    }

    private Document plain(Request request, String name) {
        return switch (name) {
            case "insert" -> writes.insert(request);
            case "update" -> writes.update(request);
            case "delete" -> writes.delete(request);
            case "findandmodify" -> writes.findAndModify(request);
            case "killcursors" -> reads.kill(request);
            case "count" -> reads.count(request);
            case "distinct" -> reads.distinct(request);
            case "explain" -> reads.explain(request);
            case "create" -> structure.create(request);
            case "collmod" -> structure.modify(request);
            case "drop" -> structure.drop(request);
            case "dropdatabase" -> structure.dropDatabase(request);
            case "renamecollection" -> structure.rename(request);
            case "createindexes" -> structure.createIndexes(request);
            case "dropindexes", "deleteindexes" -> structure.dropIndexes(request);
            case "listdatabases" -> structure.listDatabases(request);
            case "collstats" -> structure.collectionStats(request);
            case "dbstats" -> structure.databaseStats(request);
            case "validate" -> structure.validate(request);
            default -> server.run(request, name);
        };
    }

    private static void refuse(Request request, String name) {
        Document body = request.body();
        if (TRANSACTIONS.contains(name) || body.containsKey("startTransaction") || body.containsKey("txnNumber")) {
            throw Errors.of(
                    Errors.ILLEGAL_OPERATION, "Transaction numbers are only allowed on a replica set member or mongos");
        }
        Writes.refuseCollation(body);
        if (body.get("readConcern") instanceof Document concern && "snapshot".equals(concern.get("level"))) {
            throw Errors.of(Errors.INVALID_OPTIONS, "readConcern level snapshot is not supported by this server");
        }
        if (body.get("let") instanceof Document let && !let.isEmpty()) {
            throw Errors.of(Errors.NOT_SUPPORTED, "'let' is not supported by this server");
        }
    }
}
