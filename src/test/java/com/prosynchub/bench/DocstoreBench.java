package com.prosynchub.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.prosynchub.data.embedded.EmbeddedStores;
import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.data.embedded.document.DocumentServer;
import com.prosynchub.data.embedded.document.DocumentServerConfig;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;

/**
 * Our document server against the stock one on its H2 file store: the same driver, the same documents, one after the
 * other in one process. Ours speaks TLS, the stock one does not.
 */
public final class DocstoreBench {
    private static final PrintStream OUT = System.out;
    private static final int STOCK_DOCUMENTS = 200_000;
    private static final int WARM_UP = 50_000;
    private static final int BATCH = 1_000;
    private static final int ASSETS = 100;
    private static final int RANGE = 500;
    private static final long START = 1_700_000_000_000L;
    private static final long STEP = 60_000;

    private DocstoreBench() {}

    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory("docstore-bench");
        double stockInsert;
        double stockRange;
        MongoServer stock =
                new MongoServer(new H2Backend(work.resolve("stock.mv").toString()).version(ServerVersion.MONGO_5_0));
        try (MongoClient client = client(stock.bindAndGetConnectionString(), null)) {
            warmUp(client);
            MongoCollection<Document> history = history(client);
            stockInsert = insert(history, 0, STOCK_DOCUMENTS);
            stockRange = range(history, STOCK_DOCUMENTS, 3);
        } finally {
            stock.shutdownNow();
        }
        say("stock: %.0f documents/s, range %.1f ms", STOCK_DOCUMENTS / stockInsert, stockRange * 1e3);

        try (EmbeddedStores stores = product(work);
                MongoClient client =
                        client("mongodb://127.0.0.1:" + stores.documentPort() + "/?tls=true", stores.keys())) {
            warmUp(client);
            MongoCollection<Document> history = history(client);
            double insert = insert(history, 0, 100_000);
            range(history, 100_000, 400);
            double small = range(history, 100_000, 200);
            insert += insert(history, 100_000, STOCK_DOCUMENTS - 100_000);
            double range = range(history, STOCK_DOCUMENTS, 200);
            insert(history, STOCK_DOCUMENTS, 1_000_000 - STOCK_DOCUMENTS);
            double large = range(history, 1_000_000, 200);
            say("ours: %.0f documents/s, range %.2f ms", STOCK_DOCUMENTS / insert, range * 1e3);
            say("ours: range at 100,000 %.2f ms, at 1,000,000 %.2f ms", small * 1e3, large * 1e3);
            say("BENCH insert_vs_stock=%.2f", stockInsert / insert);
            say("BENCH range_vs_stock=%.1f", stockRange / range);
            say("BENCH range_growth=%.2f", large / small);
        }
    }

    /** As the product runs it: its start, its settings, its logins; what is acknowledged is on disk. */
    private static EmbeddedStores product(Path work) {
        return EmbeddedStores.start(
                new EmbeddedStores.Options(
                        work.resolve("data"), work.resolve("cache"), List.of(), StartupProgress.silent()),
                logins -> {},
                (login, keys) -> new Documents(DocumentServer.start(
                        new DocumentServerConfig(login.jdbcUrl(), login.user(), login.password(), keys, 0))));
    }

    private record Documents(DocumentServer server) implements EmbeddedStores.DocumentSide {
        @Override
        public int port() {
            return server.port();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private static void say(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }

    private static MongoClient client(String uri, Path keys) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD);
        if (keys != null) {
            settings.applyToSslSettings(ssl -> ssl.enabled(true).context(DocumentServer.clientSslContext(keys)));
        }
        return MongoClients.create(settings.build());
    }

    /** Neither side is measured while its code is still being compiled. */
    private static void warmUp(MongoClient client) {
        MongoCollection<Document> other = history(client, "warmUp");
        insert(other, 0, WARM_UP);
        other.drop();
    }

    private static MongoCollection<Document> history(MongoClient client) {
        return history(client, "assetMetricsHistory");
    }

    private static MongoCollection<Document> history(MongoClient client, String name) {
        MongoCollection<Document> history = client.getDatabase("prosynchub").getCollection(name);
        history.createIndex(Indexes.ascending("asset_id", "timestamp"));
        return history;
    }

    private static UUID asset(int number) {
        return new UUID(0x1234_5678_9abc_4defL, 0x8000_0000_0000_0000L + number);
    }

    private static Document document(int number) {
        Date time = new Date(START + number / ASSETS * STEP);
        double wave = Math.sin(number / 500.0);
        return new Document("asset_id", asset(number % ASSETS))
                .append("timestamp", time)
                .append(
                        "metrics",
                        new Document("temperature", 75.2 + wave)
                                .append("pressure", 42.5 - wave)
                                .append("vibration", 0.24 + wave / 50)
                                .append("custom_metric_1", 123.45 * wave)
                                .append("custom_metric_2", 67.89))
                .append("created_at", time);
    }

    /** Seconds for documents {@code from} to {@code from + count}, in batches of 1,000. */
    private static double insert(MongoCollection<Document> history, int from, int count) {
        long nanos = 0;
        for (int start = from; start < from + count; start += BATCH) {
            List<Document> batch = new ArrayList<>(BATCH);
            for (int i = start; i < start + BATCH; i++) {
                batch.add(document(i));
            }
            long began = System.nanoTime();
            history.insertMany(batch);
            nanos += System.nanoTime() - began;
        }
        return nanos / 1e9;
    }

    /** Median seconds to read 500 documents of one asset, each time another asset and place. */
    private static double range(MongoCollection<Document> history, int stored, int rounds) {
        int perAsset = stored / ASSETS;
        double[] seconds = new double[rounds];
        for (int round = -rounds / 10; round < rounds; round++) {
            int first = Math.floorMod(round * 7919, perAsset - RANGE + 1);
            Date from = new Date(START + first * STEP);
            Date to = new Date(START + (first + RANGE) * STEP);
            long began = System.nanoTime();
            List<Document> found = history.find(Filters.and(
                            Filters.eq("asset_id", asset(Math.floorMod(round * 31, ASSETS))),
                            Filters.gte("timestamp", from),
                            Filters.lt("timestamp", to)))
                    .sort(Sorts.ascending("timestamp"))
                    .limit(RANGE)
                    .into(new ArrayList<>());
            double took = (System.nanoTime() - began) / 1e9;
            if (found.size() != RANGE) {
                throw new IllegalStateException("expected " + RANGE + " documents, got " + found.size());
            }
            if (round >= 0) {
                seconds[round] = took;
            }
        }
        Arrays.sort(seconds);
        return seconds[rounds / 2];
    }
}
