package com.prosynchub.launch.wiring;

import com.prosynchub.data.embedded.EmbeddedLogin;
import com.prosynchub.launch.config.Credentials;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Plain connections without a pool, for set-up and commands. Stateless. */
final class Sources {
    private static final int CONNECT_SECONDS = 10;

    private Sources() {}

    static DataSource of(EmbeddedLogin login) {
        return of(login.jdbcUrl(), new Credentials(login.user(), login.password()));
    }

    static DataSource of(String url, Credentials login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setConnectTimeout(CONNECT_SECONDS);
        return source;
    }
}
