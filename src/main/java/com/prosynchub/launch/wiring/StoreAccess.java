package com.prosynchub.launch.wiring;

import com.prosynchub.data.mongo.MongoStore;
import com.prosynchub.data.postgres.PostgresConfig;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How this process reaches both stores, whichever profile it runs on. Immutable; its text shows no secret.
 *
 * @param workstation the relational store as this workstation
 * @param documents the document store as this workstation
 * @param site what the site service needs; empty on a workstation of a server profile
 * @param superuser connections for commands that make logins; empty where nobody gave the owner's credentials
 * @param migrator connections that may look at the schema and migrate it; empty like the superuser's
 */
public record StoreAccess(
        PostgresConfig workstation,
        MongoStore.Config documents,
        Optional<SiteAccess> site,
        Optional<DataSource> superuser,
        Optional<DataSource> migrator) {

    /**
     * What only the site service may hold.
     *
     * @param relay login that carries the ledger over
     * @param ingest login that records measurements
     * @param documents the document store as the relay
     */
    public record SiteAccess(PostgresConfig relay, Optional<PostgresConfig> ingest, MongoStore.Config documents) {}
}
