package com.prosynchub.launch.cli;

import com.prosynchub.fixture.AccountServer;
import com.prosynchub.fixture.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A site on a PostgreSQL of its own, set up by {@code server setup} and {@code workstation add} alone. Any thread. */
public final class ServerSite implements AutoCloseable {
    private static final String DATABASE = "plant";

    private final EmbeddedPostgres postgres = TestPostgres.another();
    private final AccountServer documents = new AccountServer();
    private final Properties workstation = new Properties();

    /** Leaves the connection files in the folder; the workstation's name is {@code test}. */
    public ServerSite(Path folder) throws SQLException, IOException {
        try (Connection connection = source("postgres", TestPostgres.USER, TestPostgres.PASSWORD)
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        Path owner = Files.writeString(
                folder.resolve("owner.properties"),
                "jdbc.url=" + url(DATABASE) + "\njdbc.user=ws_site\nmongodb.uri=" + documents.uri() + "\nowner.user="
                        + TestPostgres.USER + "\nowner.password=" + TestPostgres.PASSWORD + "\n");
        Path file = folder.resolve("test.properties");
        command(
                "server",
                "setup",
                "--config",
                owner.toString(),
                "--out",
                folder.resolve("site.properties").toString(),
                "--site-mongodb-uri",
                documents.uri("site", "secret1"));
        command(
                "workstation",
                "add",
                "test",
                "--config",
                owner.toString(),
                "--out",
                file.toString(),
                "--mongodb-uri",
                documents.uri("test", "secret2"));
        try (var reader = Files.newBufferedReader(file)) {
            workstation.load(reader);
        }
    }

    private static void command(String... words) {
        Spoken said = Spoken.by(words);
        if (said.exit() != 0) {
            throw new IllegalStateException(said.err());
        }
    }

    public String database() {
        return DATABASE;
    }

    /** Connections of the superuser. */
    public DataSource owner() {
        return source(DATABASE, TestPostgres.USER, TestPostgres.PASSWORD);
    }

    /** The login that stands in the workstation's connection file. */
    public String login() {
        return workstation.getProperty("jdbc.user");
    }

    /** Its password. */
    public String password() {
        return workstation.getProperty("jdbc.password");
    }

    /** JDBC URL of the site's database. */
    public String url() {
        return url(DATABASE);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    private DataSource source(String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url(database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public void close() throws IOException {
        documents.close();
        postgres.close();
    }
}
