package com.prosynchub.data.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections. What a session depends on travels as start-up options, which a poisoned default of the login can not
 * override and DISCARD ALL brings back. The token never becomes part of a URL or of a property list that is logged.
 * Any thread.
 */
final class Connector {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

    private final PostgresConfig config;
    private final int clientVersion;

    Connector(PostgresConfig config, int clientVersion) {
        this.config = config;
        this.clientVersion = clientVersion;
    }

    /** The schema that this program was built for. */
    int clientVersion() {
        return clientVersion;
    }

    /** A connection of nobody. */
    Connection open() throws SQLException {
        return source(null, STATEMENT_TIMEOUT.plusSeconds(10)).getConnection();
    }

    /** Connections of one signed-in session, for a pool. */
    DataSource bound(String token) {
        return source(token, STATEMENT_TIMEOUT.plusSeconds(10));
    }

    /** A connection of one session that may wait long for a notification. */
    Connection openListening(String token) throws SQLException {
        return source(token, CONNECT_TIMEOUT).getConnection();
    }

    private PGSimpleDataSource source(@Nullable String token, Duration silence) {
        Map<String, String> options = new LinkedHashMap<>();
        if (token != null) {
            options.put("prosync.token", token);
        }
        options.put("prosync.client", Integer.toString(clientVersion));
        options.put("search_path", "app");
        options.put("lock_timeout", "5s");
        options.put("statement_timeout", STATEMENT_TIMEOUT.toSeconds() + "s");
        options.put("idle_in_transaction_session_timeout", "60s");
        options.put("default_transaction_read_only", "off");
        options.put("default_transaction_isolation", "read\\ committed");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(config.jdbcUrl());
        source.setUser(config.user());
        source.setPassword(config.password());
        source.setApplicationName("prosynchub " + config.applicationVersion());
        source.setOptions(options.entrySet().stream()
                .map(o -> "-c " + o.getKey() + "=" + o.getValue())
                .collect(Collectors.joining(" ")));
        source.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
        source.setLoginTimeout((int) CONNECT_TIMEOUT.toSeconds() * 2);
        source.setSocketTimeout((int) silence.toSeconds());
        source.setTcpKeepAlive(true);
        return source;
    }
}
