package com.prosynchub.data.embedded.document;

import java.nio.file.Path;

/**
 * What the document server needs to start.
 *
 * @param jdbcUrl PostgreSQL database that belongs to the server alone
 * @param user login that owns that database
 * @param password its password, possibly empty
 * @param keyDirectory where the keys of server and clients are kept; made on first start, readable by the owner only
 * @param port port on the loopback address, 0 for any free one
 */
public record DocumentServerConfig(String jdbcUrl, String user, String password, Path keyDirectory, int port) {
    @Override
    public String toString() {
        return "DocumentServerConfig[" + jdbcUrl + ", " + user + ", port " + port + "]";
    }
}
