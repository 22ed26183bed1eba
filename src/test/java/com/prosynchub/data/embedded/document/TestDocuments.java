package com.prosynchub.data.embedded.document;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.prosynchub.fixture.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.UuidRepresentation;

/** A document server on a fresh database, and a real driver connected to it. One test at a time. */
public final class TestDocuments implements AutoCloseable {
    private final String database = TestPostgres.freshDatabase();
    private final Path keys;
    private DocumentServer server;
    private MongoClient client;

    public TestDocuments() {
        try {
            keys = Files.createTempDirectory("document-keys");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server = start();
        client = connect(server, keys);
    }

    private DocumentServer start() {
        return DocumentServer.start(config());
    }

    DocumentServerConfig config() {
        return new DocumentServerConfig(
                TestPostgres.jdbcUrl(database), TestPostgres.USER, TestPostgres.PASSWORD, keys, 0);
    }

    /** A driver for the server, as any process of the same user can have one. */
    public static MongoClient connect(DocumentServer server, Path keys) {
        return connect(server.port(), keys);
    }

    static MongoClient connect(int port, Path keys) {
        return MongoClients.create(MongoClientSettings.builder()
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyConnectionString(new com.mongodb.ConnectionString("mongodb://127.0.0.1:" + port + "/?tls=true"))
                .applyToSslSettings(ssl -> ssl.enabled(true).context(DocumentServer.clientSslContext(keys)))
                .build());
    }

    /** Stops the server and starts it again on the same data. */
    public void restart() {
        client.close();
        server.close();
        server = start();
        client = connect(server, keys);
    }

    public MongoDatabase db() {
        return client.getDatabase("prosynchub");
    }

    public MongoClient client() {
        return client;
    }

    public DocumentServer server() {
        return server;
    }

    Path keys() {
        return keys;
    }

    String database() {
        return database;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
