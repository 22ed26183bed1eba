package com.prosynchub.architecture;

import java.util.Set;

/** Classes that may catch everything, since behind them stands a person, a log or a process end. */
final class Boundaries {
    static final Set<String> NAMES =
            Set.of("IngestBuffer", "OutboxRelay", "Outcome", "PostgresChangeFeed", "WireHandler");

    private Boundaries() {}
}
