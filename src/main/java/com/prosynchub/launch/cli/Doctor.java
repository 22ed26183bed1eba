package com.prosynchub.launch.cli;

import com.prosynchub.data.DiskRoom;
import com.prosynchub.data.postgres.migration.MigrationOutcome;
import com.prosynchub.data.postgres.migration.SchemaMigrator;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.health.StoreStatus;
import com.prosynchub.service.health.HealthSnapshot;
import com.prosynchub.service.health.RelayBacklog;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.sql.DataSource;

/** Examines the running stores. Blocking; one thread. */
final class Doctor {
    private final BootWiring boot;
    private final AppConfig config;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Long> rows = new LinkedHashMap<>();

    Doctor(BootWiring boot, AppConfig config) {
        this.boot = boot;
        this.config = config;
    }

    DoctorReport examine() {
        HealthSnapshot health = boot.health().check();
        for (StoreStatus store : List.of(health.relational(), health.document())) {
            if (!store.reachable() && store.problems().isEmpty()) {
                problems.add("The " + Sentences.storeName(store.store()) + " does not answer.");
            }
            problems.addAll(store.problems());
        }
        boot.stores()
                .access()
                .migrator()
                .filter(ignored -> health.relational().reachable())
                .ifPresent(this::schema);
        if (health.document().reachable()) {
            documents();
        }
        Optional.ofNullable(health.backlog()).ifPresent(this::relay);
        disk();
        return new DoctorReport(List.of(health.relational(), health.document()), rows, problems);
    }

    private void schema(DataSource migrator) {
        try {
            MigrationOutcome outcome = SchemaMigrator.check(migrator);
            if (!(outcome instanceof MigrationOutcome.Ready)) {
                problems.add(outcome.sentence());
            }
            count(migrator);
        } catch (SQLException failed) {
            problems.add("The schema could not be examined: " + failed.getMessage());
        }
    }

    private void count(DataSource migrator) throws SQLException {
        try (Connection connection = migrator.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE prosync_owner");
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("""
                SELECT table_schema || '.' || table_name FROM information_schema.tables
                WHERE table_schema IN ('app', 'audit') AND table_type = 'BASE TABLE' ORDER BY 1\
                """)) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
    }

    private void documents() {
        try {
            boot.documents().counts().forEach((name, count) -> rows.put("documents." + name, count));
        } catch (FailureException failed) {
            problems.add(Sentences.of(failed));
        }
    }

    private void relay(RelayBacklog backlog) {
        if (backlog.late()) {
            problems.add(backlog.waiting() + " audit events wait to be carried to the document store, the oldest for "
                    + Optional.ofNullable(backlog.oldest())
                            .map(age -> age.toMinutes() + " minutes")
                            .orElse("long")
                    + ".");
        }
        if (backlog.parked() > 0) {
            problems.add(backlog.parked() + " audit events were refused by the document store and are parked.");
        }
    }

    private void disk() {
        Path folder = config.logs();
        OptionalDouble free = DiskRoom.of(folder).free();
        if (free.isEmpty()) {
            problems.add("The free space below " + folder + " could not be told.");
        } else if (free.getAsDouble() < HealthSnapshot.LEAST_FREE) {
            problems.add("Only %.0f %% of the disk with %s is free; make room before it is full."
                    .formatted(free.getAsDouble() * 100, folder));
        }
    }
}
