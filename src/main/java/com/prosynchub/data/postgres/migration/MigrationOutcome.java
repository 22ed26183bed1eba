package com.prosynchub.data.postgres.migration;

import java.util.List;

/** What came of looking at a database or migrating it. Only {@link Ready} lets a client work. */
public sealed interface MigrationOutcome {

    /** A sentence for the person who has to do something about it. */
    String sentence();

    /**
     * The schema is the one this program knows and every rule holds.
     *
     * @param from schema version before, 0 for an empty database
     * @param version schema version now
     * @param applied migrations run just now
     * @param rebuilt indexes that an interrupted build had left invalid and that were rebuilt
     */
    record Ready(int from, int version, int applied, List<String> rebuilt) implements MigrationOutcome {
        public Ready {
            rebuilt = List.copyOf(rebuilt);
        }

        @Override
        public String sentence() {
            return applied == 0
                    ? "The database has schema " + version + "."
                    : "The database was brought from schema " + from + " to " + version + ".";
        }
    }

    /** The database was migrated by a newer program; nothing was touched. */
    record SchemaNewer(int schemaVersion, int clientVersion) implements MigrationOutcome {
        @Override
        public String sentence() {
            return "The database has schema " + schemaVersion + ", this program knows schemas up to " + clientVersion
                    + ". Install the newer program.";
        }
    }

    /** The database no longer works with programs as old as this one; nothing was touched. */
    record ClientTooOld(int clientVersion, int minimumClient) implements MigrationOutcome {
        @Override
        public String sentence() {
            return "The database needs a program that knows schema " + minimumClient + " or newer; this one knows "
                    + clientVersion + ". Install the newer program.";
        }
    }

    /** The database is older than this program; only looking, not migrating, ends like this. */
    record MigrationNeeded(int schemaVersion, int clientVersion) implements MigrationOutcome {
        @Override
        public String sentence() {
            return "The database has schema " + schemaVersion + ", this program needs " + clientVersion
                    + ". Migrate the database first.";
        }
    }

    /** A migration failed or its record does not fit the files; what it had begun was rolled back. */
    record Failed(int version, String reason) implements MigrationOutcome {
        @Override
        public String sentence() {
            return "The database stays at schema " + version + ", because a migration failed: " + reason;
        }
    }

    /** Indexes were left half-built and could not be rebuilt. */
    record InvalidIndexes(List<String> indexes) implements MigrationOutcome {
        public InvalidIndexes {
            indexes = List.copyOf(indexes);
        }

        @Override
        public String sentence() {
            return "These indexes are invalid and could not be rebuilt: " + String.join(", ", indexes) + ".";
        }
    }

    /** The schema is right but a rule that protects it does not hold. */
    record RulesBroken(int version, List<LintFinding> findings) implements MigrationOutcome {
        public RulesBroken {
            findings = List.copyOf(findings);
        }

        @Override
        public String sentence() {
            return "The database does not keep its own rules, so nobody may work on it: " + findings.getFirst()
                    + (findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more)") + ".";
        }
    }
}
