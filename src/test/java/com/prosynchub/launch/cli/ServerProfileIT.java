package com.prosynchub.launch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.RelationalGate.Attempt;
import com.prosynchub.data.RelationalGate.FirstAdministrator;
import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.data.embedded.document.DocumentServer;
import com.prosynchub.data.embedded.document.DocumentServerConfig;
import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.fixture.AccountServer;
import com.prosynchub.fixture.TestPostgres;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.UserFolders;
import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.launch.wiring.StoreSettings;
import com.prosynchub.launch.wiring.Threads;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From two empty servers to an audit entry in the document store, by the commands alone. */
class ServerProfileIT {
    private static final String PASSWORD = "correct horse battery 7";

    @TempDir
    Path temp;

    @Test
    void twoEmptyServersBecomeASite() throws Exception {
        Path keys = Files.createDirectory(temp.resolve("keys"));
        try (EmbeddedPostgres postgres = TestPostgres.another();
                DocumentServer server = documents(postgres, keys)) {
            SSLContext before = SSLContext.getDefault();
            // The commands know the server's certificate as they know any: by what the process trusts.
            SSLContext.setDefault(DocumentServer.clientSslContext(keys));
            try {
                siteOn(postgres, "mongodb://127.0.0.1:" + server.port() + "/?tls=true");
            } finally {
                SSLContext.setDefault(before);
            }
        }
    }

    @Test
    void onAServerWithAccountsTheRolesAndUsersAreMadeToo() throws Exception {
        try (EmbeddedPostgres postgres = TestPostgres.another();
                AccountServer accounts = new AccountServer()) {
            execute(postgres, "CREATE DATABASE plant");
            String owner = owner(postgres, accounts.uri()).toString();
            Spoken setUp = Spoken.by(
                    "server",
                    "setup",
                    "--config",
                    owner,
                    "--out",
                    temp + "/site.properties",
                    "--site-mongodb-uri",
                    accounts.uri("site", "secret1"));
            assertThat(setUp.err()).isEmpty();
            assertThat(setUp.out())
                    .contains("MongoDB has the program's roles.")
                    .contains("The site service's MongoDB user has its password")
                    .doesNotContain("secret1")
                    .doesNotContain("by hand");
            Spoken added = Spoken.by(
                    "workstation",
                    "add",
                    "mill",
                    "--config",
                    owner,
                    "--out",
                    temp + "/mill.properties",
                    "--mongodb-uri",
                    accounts.uri("mill", "secret2"));
            assertThat(added.err()).isEmpty();
            assertThat(added.out()).contains("The workstation's MongoDB user has its password");

            assertThat(accounts.rolesOf("admin.site"))
                    .containsExactly("prosynchub.prosyncRelay", "prosynchub.prosyncIngest", "prosynchub.prosyncRollup");
            assertThat(accounts.rolesOf("admin.mill")).containsExactly("prosynchub.prosyncClient");
            assertThat(accounts.passwordOf("admin.mill")).isEqualTo("secret2");
        }
    }

    private void siteOn(EmbeddedPostgres postgres, String documents) throws Exception {
        String owner = owner(postgres, documents).toString();
        Path site = temp.resolve("site.properties");
        String[] setUp = {
            "server", "setup", "--config", owner, "--out", site.toString(), "--site-mongodb-uri", documents
        };
        assertThat(Spoken.by("server", "setup", "--config", owner, "--out", site.toString())
                        .err())
                .contains("--site-mongodb-uri");
        Spoken first = Spoken.by(setUp);
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .contains("from schema 0 to")
                .contains("Roles and users of MongoDB are made by hand")
                .contains("connection file is " + site);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(site)))
                .isEqualTo("rw-------");
        String written = Files.readString(site);
        Spoken again = Spoken.by(setUp);
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains("was left as it is");
        assertThat(site).hasContent(written);
        assertThat(Spoken.by(
                                "server",
                                "setup",
                                "--config",
                                owner,
                                "--out",
                                temp + "/b",
                                "--site-mongodb-uri",
                                documents)
                        .err())
                .contains("has its passwords already");

        Path mill = temp.resolve("mill.properties");
        assertThat(Spoken.by(
                                "workstation",
                                "add",
                                "mill",
                                "--config",
                                owner,
                                "--out",
                                "" + mill,
                                "--mongodb-uri",
                                documents)
                        .err())
                .isEmpty();
        AppConfig workstation = config(mill);
        try (Threads threads = new Threads();
                BootWiring boot = BootWiring.start(
                        workstation,
                        false,
                        new StoreSettings("test", () -> false),
                        threads,
                        StartupProgress.silent())) {
            boot.gate()
                    .createFirstAdministrator(new FirstAdministrator(
                            "Mill", "first", "first@plant.example", PASSWORD, "First", "Administrator"));
            try (var session = ((Attempt.Accepted) boot.gate().signIn("first", PASSWORD, "test")).session()) {
                assertThat(session).isNotNull();
            }
        }
        theServiceCarriesTheAudit(site, documents);
        Spoken doctor = Spoken.by("doctor", "--json", "--config", site.toString());
        assertThat(doctor.out()).startsWith("{\"well\":true");

        Spoken renewed = Spoken.by(
                "server", "setup", "--renew", "--config", owner, "--out", "" + site, "--site-mongodb-uri", documents);
        assertThat(renewed.err()).isEmpty();
        assertThat(Files.readString(site)).isNotEqualTo(written);

        String url = url(postgres);
        try (Connection own = connect(url, mill)) {
            assertThat(own.isValid(2)).isTrue();
            assertThat(Spoken.by("workstation", "remove", "mill", "--config", owner)
                            .exit())
                    .isZero();
            assertThat(own.isValid(2)).isFalse();
        }
        assertThatThrownBy(() -> connect(url, mill)).isInstanceOf(SQLException.class);
    }

    private void theServiceCarriesTheAudit(Path site, String documents) throws InterruptedException {
        Thread service = Thread.ofPlatform().start(() -> Spoken.by("service", "--config", site.toString()));
        try (DocumentStore store = MongoStore.open(new MongoStore.Config(documents, null, "prosynchub"))) {
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (store.counts().getOrDefault("auditLogs", 0L) == 0 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(store.counts().get("auditLogs")).isPositive();
        } finally {
            service.interrupt();
            service.join();
        }
    }

    private static DocumentServer documents(EmbeddedPostgres postgres, Path keys) throws SQLException {
        execute(postgres, "CREATE DATABASE documents");
        execute(postgres, "CREATE DATABASE plant");
        return DocumentServer.start(new DocumentServerConfig(
                url(postgres).replace("/plant", "/documents"), TestPostgres.USER, TestPostgres.PASSWORD, keys, 0));
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url(postgres).replace("/plant", "/postgres"), TestPostgres.USER, TestPostgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Path owner(EmbeddedPostgres postgres, String documents) throws Exception {
        return Files.writeString(
                temp.resolve("owner.properties"),
                "jdbc.url=" + url(postgres) + "\njdbc.user=ws_site\nmongodb.uri=" + documents + "\nowner.user="
                        + TestPostgres.USER + "\nowner.password=" + TestPostgres.PASSWORD + "\n");
    }

    private static Connection connect(String url, Path file) throws Exception {
        Properties read = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            read.load(reader);
        }
        return DriverManager.getConnection(url, read.getProperty("jdbc.user"), read.getProperty("jdbc.password"));
    }

    private static AppConfig config(Path file) {
        return AppConfig.read(
                new AppConfig.Given(Optional.empty(), Optional.of(file)), Map.of(), UserFolders.ofThisPerson());
    }

    private static String url(EmbeddedPostgres postgres) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/plant";
    }
}
