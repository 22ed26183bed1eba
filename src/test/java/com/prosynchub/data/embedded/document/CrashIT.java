package com.prosynchub.data.embedded.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.prosynchub.fixture.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed without warning in the middle of batches, the store has each batch whole or not at all. */
class CrashIT {
    private static final int SIZE = 500;
    private static final int WRITERS = 3;

    @TempDir
    private Path folder;

    /** Writes batches until the connection breaks; answers how many were acknowledged. */
    private static int write(MongoClient client, int writer, AtomicInteger acknowledged) {
        MongoCollection<Document> batches = client.getDatabase("prosynchub").getCollection("batches");
        int count = 0;
        while (true) {
            int batch = writer * 100_000 + count;
            try {
                batches.insertMany(IntStream.range(0, SIZE)
                        .mapToObj(i -> new Document("batch", batch)
                                .append("i", i)
                                .append("text", "a few more bytes for this document"))
                        .toList());
            } catch (MongoException e) {
                return count;
            }
            count++;
            acknowledged.incrementAndGet();
        }
    }

    private static List<Integer> writeUntil(int port, Path keys, Callable<?> kill) throws Exception {
        AtomicInteger acknowledged = new AtomicInteger();
        List<Integer> counts = new ArrayList<>();
        try (MongoClient client = TestDocuments.connect(port, keys);
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            client.getDatabase("prosynchub")
                    .getCollection("batches")
                    .createIndex(new Document("batch", 1).append("i", -1));
            List<Future<Integer>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                int writer = w;
                writers.add(threads.submit(() -> write(client, writer, acknowledged)));
            }
            await(() -> acknowledged.get() >= 40);
            kill.call();
            for (Future<Integer> each : writers) {
                counts.add(each.get());
            }
        }
        return counts;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.call()) {
            assertThat(Instant.now()).as("waited too long").isBefore(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void requireWhole(DocumentServer server, Path keys, List<Integer> acknowledged) {
        try (MongoClient client = TestDocuments.connect(server, keys)) {
            MongoCollection<Document> batches = client.getDatabase("prosynchub").getCollection("batches");
            long stored = batches.countDocuments();
            assertThat(stored % SIZE).isZero();
            long whole = 0;
            for (int w = 0; w < WRITERS; w++) {
                for (int b = 0; b <= acknowledged.get(w); b++) {
                    long found = batches.countDocuments(Filters.eq("batch", w * 100_000 + b));
                    assertThat(found).isIn(b < acknowledged.get(w) ? List.of((long) SIZE) : List.of(0L, (long) SIZE));
                    whole += found / SIZE;
                }
            }
            assertThat(whole).isEqualTo(stored / SIZE);
            assertThat(client.getDatabase("prosynchub").runCommand(new Document("validate", "batches")))
                    .containsEntry("valid", true);
            batches.insertOne(new Document("batch", -1));
        }
    }

    @Test
    void theServerIsKilled() throws Exception {
        Path keys = folder.resolve("keys");
        Path port = folder.resolve("port");
        String url = TestPostgres.jdbcUrl(TestPostgres.freshDatabase());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        url,
                        TestPostgres.USER,
                        TestPostgres.PASSWORD,
                        keys.toString(),
                        port.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        List<Integer> acknowledged;
        try {
            await(() -> Files.exists(port));
            int number = Integer.parseInt(Files.readString(port));
            acknowledged = writeUntil(number, keys, process::destroyForcibly);
        } finally {
            process.destroyForcibly().waitFor();
        }

        DocumentServerConfig config = new DocumentServerConfig(url, TestPostgres.USER, TestPostgres.PASSWORD, keys, 0);
        try (DocumentServer server = DocumentServer.start(config)) {
            requireWhole(server, keys, acknowledged);
        }
    }

    @Test
    void theDatabaseIsKilled() throws Exception {
        Path keys = folder.resolve("keys");
        Path data = folder.resolve("data");
        List<Integer> acknowledged;
        try (EmbeddedPostgres postgres = postgres(data)) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try (DocumentServer server = DocumentServer.start(new DocumentServerConfig(url, "postgres", "", keys, 0))) {
                acknowledged = writeUntil(server.port(), keys, () -> kill(data));
            }
        }
        try (EmbeddedPostgres postgres = postgres(data)) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try (DocumentServer server = DocumentServer.start(new DocumentServerConfig(url, "postgres", "", keys, 0))) {
                requireWhole(server, keys, acknowledged);
            }
        }
    }

    private static EmbeddedPostgres postgres(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** Ends the postmaster and all its processes as kill -9 does, and waits until they are gone. */
    private static boolean kill(Path data) throws Exception {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(0, postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        await(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        return Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
}
