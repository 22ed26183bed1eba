package com.prosynchub.data.postgres;

import com.prosynchub.data.OutboxRepository;
import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.SiteIngest;
import com.prosynchub.data.postgres.migration.SchemaMigrator;

/** Makes the relational store's ports. Nothing is opened before a port is used. Any thread. */
public final class PostgresStore {
    private PostgresStore() {}

    /** Builds what takes long and needs no server; call it in the background before anybody signs in. */
    public static void warmUp() {
        Orm.factory();
    }

    /** The door of a workstation; {@code config} holds the workstation's login. */
    public static RelationalGate gate(PostgresConfig config) {
        return new PostgresGate(config, connector(config));
    }

    /** The audit outbox; {@code config} holds the relay's login. */
    public static OutboxRepository outbox(PostgresConfig config) {
        return new PostgresOutbox(new Wire(connector(config)));
    }

    /** The ingest of measured values; {@code config} holds the site service's login. */
    public static SiteIngest metricIngest(PostgresConfig config) {
        return new PostgresSiteIngest(new Wire(connector(config)));
    }

    private static Connector connector(PostgresConfig config) {
        return new Connector(config, SchemaMigrator.CLIENT_SCHEMA);
    }
}
