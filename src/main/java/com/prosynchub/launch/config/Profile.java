package com.prosynchub.launch.config;

import java.nio.file.Path;
import java.util.Optional;

/** Which stores the program works on. Immutable. */
public sealed interface Profile {

    /**
     * Stores of our own, beside the client.
     *
     * @param dataDirectory where everything is kept
     */
    record Embedded(Path dataDirectory) implements Profile {}

    /**
     * Stores on servers of the plant.
     *
     * @param relational the PostgreSQL side
     * @param document the MongoDB side
     * @param site what only the site service holds
     * @param owner what only an administrator's command holds: superuser or migrator
     */
    record Server(Relational relational, Document document, Optional<Site> site, Optional<Credentials> owner)
            implements Profile {}

    /**
     * PostgreSQL as one workstation reaches it.
     *
     * @param url JDBC address, several hosts and TLS parameters allowed, without credentials
     * @param login the workstation's login
     */
    record Relational(String url, Credentials login) {}

    /**
     * MongoDB as one workstation reaches it.
     *
     * @param uri connection string, replica set and mongodb+srv allowed; may hold credentials, so it is never logged
     * @param database name of the database
     */
    record Document(String uri, String database) {
        @Override
        public String toString() {
            return "Document[" + uri.replaceFirst("//[^@/]*@", "//***@") + ", " + database + "]";
        }
    }

    /**
     * Logins that no workstation may have.
     *
     * @param relay reads and marks the audit outbox
     * @param ingest records measurements
     * @param document MongoDB as the relay reaches it
     */
    record Site(Credentials relay, Optional<Credentials> ingest, Document document) {}
}
