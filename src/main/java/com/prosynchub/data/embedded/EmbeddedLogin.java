package com.prosynchub.data.embedded;

/**
 * One login of the embedded PostgreSQL, enough to open a connection with it.
 *
 * @param port TCP port on the loopback address, 1 to 65535
 * @param database the database the login is meant for
 * @param user the login's name
 * @param password the login's password; never logged
 */
public record EmbeddedLogin(int port, String database, String user, String password) {

    /**
     * Returns the JDBC address without user and password. It asks for SCRAM, so that a stranger who listens on the port
     * while the database is down is never sent the password.
     */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?requireAuth=scram-sha-256&sslmode=disable&gssEncMode=disable&ApplicationName=ProSyncHub";
    }

    @Override
    public String toString() {
        return "EmbeddedLogin[" + user + "@127.0.0.1:" + port + "/" + database + "]";
    }
}
