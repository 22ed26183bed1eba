package com.prosynchub.data.embedded.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.prosynchub.fixture.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server on a database, also when the database went away for a while. */
class OwnershipIT {
    @TempDir
    private Path folder;

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("prosynchub").getCollection("things");
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The number of documents, as soon as the server answers. */
    private static long count(MongoClient client) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (true) {
            try {
                return things(client).countDocuments();
            } catch (MongoException e) {
                assertThat(Instant.now()).as("waited too long").isBefore(end);
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    @Test
    void aSecondServerIsKeptOutAfterTheDatabaseWasRestartedUnderTheFirst() throws IOException {
        int port = freePort();
        Path keys = folder.resolve("keys");
        EmbeddedPostgres before = postgres(port);
        DocumentServerConfig config =
                new DocumentServerConfig(before.getJdbcUrl("postgres", "postgres"), "postgres", "", keys, 0);
        try (DocumentServer first = DocumentServer.start(config);
                MongoClient client = TestDocuments.connect(first, keys)) {
            things(client).insertOne(new Document("n", 1));
            before.close();
            try (EmbeddedPostgres after = postgres(port)) {
                assertThat(count(client)).isEqualTo(1);
                assertThatThrownBy(() -> DocumentServer.start(config)).hasMessageContaining("Another document server");
                things(client).insertOne(new Document("n", 2));
                assertThat(count(client)).isEqualTo(2);
                assertThat(after.getPort()).isEqualTo(port);
            }
        }
    }

    @Test
    void aServerThatWasReplacedWhileTheDatabaseWasAwayServesNoMore() {
        try (TestDocuments documents = new TestDocuments()) {
            documents.db().getCollection("things").insertOne(new Document("n", 1));
            TestPostgres.execute(documents.database(), "UPDATE docstore.owner SET server = gen_random_uuid()");
            TestPostgres.execute(
                    documents.database(),
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND pid <> pg_backend_pid()");
            Instant end = Instant.now().plus(Duration.ofMinutes(1));
            String said = "";
            while (!said.contains("taken this database over")) {
                assertThat(Instant.now()).as(said).isBefore(end);
                try {
                    documents.db().getCollection("things").insertOne(new Document("n", 2));
                    said = "inserted";
                } catch (MongoException e) {
                    said = String.valueOf(e.getMessage());
                }
                assertThat(said).isNotEqualTo("inserted");
            }
        }
    }
}
