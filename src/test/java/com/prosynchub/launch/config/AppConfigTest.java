package com.prosynchub.launch.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command line, environment and file become one configuration, or one sentence. */
class AppConfigTest {
    private static final UserFolders FOLDERS =
            new UserFolders(Path.of("/home/a/data"), Path.of("/home/a/cache"), Path.of("/home/a/prefs"));

    @TempDir
    Path temp;

    @Test
    void nothingGivenMeansEmbeddedInTheUsualPlace() {
        AppConfig config = AppConfig.read(AppConfig.Given.nothing(), Map.of("PATH", "/bin"), FOLDERS);
        assertThat(config.profile()).isEqualTo(new Profile.Embedded(Path.of("/home/a/data")));
        assertThat(config.logs()).isEqualTo(Path.of("/home/a/data/logs"));
    }

    @Test
    void aDataDirectoryOfTheCommandLineWinsOverTheEnvironment() {
        Map<String, String> environment = Map.of("PROSYNCHUB_DATA_DIR", "/env");
        assertThat(AppConfig.read(given("/line"), environment, FOLDERS).profile())
                .isEqualTo(new Profile.Embedded(Path.of("/line")));
        assertThat(AppConfig.read(AppConfig.Given.nothing(), environment, FOLDERS)
                        .profile())
                .isEqualTo(new Profile.Embedded(Path.of("/env")));
    }

    @Test
    void aFileDescribesServersAndTheEnvironmentOverridesIt() throws IOException {
        Files.writeString(temp.resolve("pw"), "from file\n");
        Path file = file("""
            workstation=control-room-1
            jdbc.url=jdbc:postgresql://a:5432,b:5432/prosynchub?targetServerType=primary&sslmode=verify-full
            jdbc.user=ws_control_room_1
            jdbc.password-file=pw
            mongodb.uri=mongodb+srv://reader:geheim@cluster.plant.example/?tls=true
            site.relay.user=prosync_relay
            site.relay.password=r
            site.mongodb.uri=mongodb://relay:x@m1,m2,m3/?replicaSet=rs0
            """);
        AppConfig config = AppConfig.read(
                new AppConfig.Given(Optional.empty(), Optional.of(file)),
                Map.of("PROSYNCHUB_JDBC_USER", "ws_other", "PROSYNCHUB_PASSWORD", "of a person"),
                FOLDERS);
        assertThat(config.workstation()).isEqualTo("control-room-1");
        assertThat(config.profile()).isInstanceOfSatisfying(Profile.Server.class, server -> {
            assertThat(server.relational().url()).contains("a:5432,b:5432");
            assertThat(server.relational().login()).isEqualTo(new Credentials("ws_other", "from file"));
            assertThat(server.document().database()).isEqualTo("prosynchub");
            assertThat(server.site().orElseThrow().relay()).isEqualTo(new Credentials("prosync_relay", "r"));
            assertThat(server.owner()).isEmpty();
        });
        assertThat(config.toString()).doesNotContain("geheim").doesNotContain("from file");
    }

    @Test
    void theEnvironmentAloneCanDescribeServers() {
        AppConfig config = AppConfig.read(
                AppConfig.Given.nothing(),
                Map.of(
                        "PROSYNCHUB_JDBC_URL", "jdbc:postgresql://db/prosynchub",
                        "PROSYNCHUB_JDBC_USER", "ws_1",
                        "PROSYNCHUB_MONGODB_URI", "mongodb://m"),
                FOLDERS);
        assertThat(config.profile()).isInstanceOf(Profile.Server.class);
    }

    @Test
    void anUnknownKeyIsNamedWithTheNearestOne() throws IOException {
        refused(file("jdbc.ulr=jdbc:postgresql://db/prosynchub\n"), "unknown key jdbc.ulr; did you mean jdbc.url?");
        assertThatThrownBy(() -> AppConfig.read(AppConfig.Given.nothing(), Map.of("PROSYNCHUB_JDBC_URI", "x"), FOLDERS))
                .hasMessageContaining("PROSYNCHUB_JDBC_URI; did you mean PROSYNCHUB_JDBC_URL?");
    }

    @Test
    void whatIsMissingOrWrongIsNamed() throws IOException {
        String url = "jdbc.url=jdbc:postgresql://db/prosynchub\n";
        refused(temp.resolve("none.properties"), "There is no configuration file");
        refused(file("jdbc.user=a\n"), "lacks jdbc.url (or PROSYNCHUB_JDBC_URL)");
        refused(file(url), "lacks jdbc.user");
        refused(file(url + "jdbc.user=a\n"), "lacks mongodb.uri");
        refused(file(url + "jdbc.user=\n"), "no value for jdbc.user");
        refused(file("jdbc.url=postgres://db\njdbc.user=a\n"), "must begin with jdbc:postgresql://");
        refused(file(url.strip() + "?password=secret\njdbc.user=a\n"), "Keep user and password out of jdbc.url");
        refused(file(url + "jdbc.user=a\nmongodb.uri=http://m\n"), "must begin with mongodb://");
        refused(file(url + "jdbc.user=a\njdbc.password=a\njdbc.password-file=b\n"), "not both");
        refused(file(url + "jdbc.user=a\nmongodb.uri=mongodb://m\nsite.relay.user=r\n"), "needs both");
        refused(file(url + "jdbc.user=a\njdbc.password-file=none\n"), "named by jdbc.password-file cannot be read");
    }

    @Test
    void aDataDirectoryAndServersContradict() throws IOException {
        Path file = file("jdbc.url=jdbc:postgresql://db/prosynchub\n");
        assertThatThrownBy(() -> AppConfig.read(
                        new AppConfig.Given(Optional.of(Path.of("/d")), Optional.of(file)), Map.of(), FOLDERS))
                .hasMessageContaining("--data-dir");
    }

    @Test
    void foldersFollowThePlatform() {
        Path home = Path.of("/home/a");
        assertThat(UserFolders.of("Linux", home, Map.of()).data()).isEqualTo(home.resolve(".local/share/prosynchub"));
        assertThat(UserFolders.of("Linux", home, Map.of("XDG_DATA_HOME", "/xdg"))
                        .data())
                .isEqualTo(Path.of("/xdg/prosynchub"));
        assertThat(UserFolders.of("Linux", home, Map.of("XDG_DATA_HOME", "relative"))
                        .data())
                .isEqualTo(home.resolve(".local/share/prosynchub"));
        assertThat(UserFolders.of("Mac OS X", home, Map.of()).data())
                .isEqualTo(home.resolve("Library/Application Support/ProSyncHub"));
        assertThat(UserFolders.of("Windows 11", home, Map.of("LOCALAPPDATA", "/local"))
                        .data())
                .isEqualTo(Path.of("/local/ProSyncHub/data"));
    }

    private void refused(Path file, String words) {
        assertThatThrownBy(() ->
                        AppConfig.read(new AppConfig.Given(Optional.empty(), Optional.of(file)), Map.of(), FOLDERS))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(words);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(temp, "c", ".properties"), text);
    }

    private static AppConfig.Given given(String directory) {
        return new AppConfig.Given(Optional.of(Path.of(directory)), Optional.empty());
    }
}
