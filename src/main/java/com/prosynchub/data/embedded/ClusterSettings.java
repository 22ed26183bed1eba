package com.prosynchub.data.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The database's settings, written anew at every start, so that a release can change them. A person's own tuning goes
 * into {@code local.conf} beside them, which is never touched. Stateless.
 */
final class ClusterSettings {
    private ClusterSettings() {}

    /** Writes settings and access rules for a server on this port. */
    static void write(DataDirectory directory, Path postgres, int port) throws IOException {
        OwnerOnly.write(postgres.resolve("postgresql.conf"), settings(directory, port));
        OwnerOnly.write(postgres.resolve("pg_hba.conf"), access());
    }

    private static String settings(DataDirectory directory, int port) {
        String logs =
                directory.logs().toAbsolutePath().toString().replace('\\', '/').replace("'", "''");
        return """
            # Written by ProSyncHub at every start. Put settings of your own into local.conf in this folder.
            include_if_exists = 'local.conf'
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 100
            password_encryption = 'scram-sha-256'
            shared_buffers = 128MB
            maintenance_work_mem = 64MB
            effective_cache_size = 1GB
            max_wal_size = 512MB
            fsync = on
            full_page_writes = on
            synchronous_commit = on
            timezone = 'UTC'
            datestyle = 'iso, ymd'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'
            idle_in_transaction_session_timeout = 10min
            tcp_keepalives_idle = 30
            logging_collector = on
            log_directory = '%s'
            log_filename = 'postgresql-%%a.log'
            log_file_mode = 0600
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            log_timezone = 'UTC'
            log_line_prefix = '%%m [%%p] %%q%%u@%%d '
            log_min_duration_statement = 1s
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            """.formatted(port, logs);
    }

    /** The document server's login and its database belong to each other; the relational logins stay on their side. */
    private static String access() {
        return """
            # Written by ProSyncHub at every start.
            # type database           user               address        method
            host   prosync_documents  prosync_documents  127.0.0.1/32   scram-sha-256
            host   prosync_documents  postgres           127.0.0.1/32   scram-sha-256
            host   prosync_documents  all                127.0.0.1/32   reject
            host   all                prosync_documents  127.0.0.1/32   reject
            host   all                all                127.0.0.1/32   scram-sha-256
            """;
    }
}
