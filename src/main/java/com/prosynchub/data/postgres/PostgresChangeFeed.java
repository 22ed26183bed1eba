package com.prosynchub.data.postgres;

import com.prosynchub.data.ChangeFeed;
import com.prosynchub.model.change.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on a connection and a thread of its own. A connection that died without a word is found by asking it every few
 * seconds. After each new connection, and now and then in any case, subscribers are told to read again. Any thread.
 */
final class PostgresChangeFeed implements ChangeFeed, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresChangeFeed.class);
    private static final String LIMITS = "user_locations";
    private static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofMinutes(5));
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Source source;
    private final Pace pace;
    private final List<Listening> listening = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Object lock = new Object();
    private @Nullable Connection connection;
    private volatile boolean connected;

    /** @param source opens connections on which nobody else waits */
    PostgresChangeFeed(Source source) {
        this(source, USUAL);
    }

    PostgresChangeFeed(Source source, Pace pace) {
        this.source = source;
        this.pace = pace;
    }

    void start(ThreadFactory threads) {
        Thread thread = threads.newThread(this::run);
        thread.start();
    }

    @Override
    public Subscription subscribe(Set<String> entities, Consumer<Change> listener) {
        Listening l = new Listening(Set.copyOf(entities), listener);
        listening.add(l);
        return () -> listening.remove(l);
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public void close() {
        closing.countDown();
        synchronized (lock) {
            abort(connection);
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (closing.getCount() > 0) {
            try (Connection c = source.open()) {
                hold(c);
                listen(c);
                pause = FIRST_PAUSE;
                follow(c);
            } catch (SQLException e) {
                LOG.debug("change feed lost its connection", e);
            } finally {
                connected = false;
                hold(null);
            }
            pause = rest(pause);
        }
        LOG.debug("change feed ended");
    }

    /** Makes the connection known to {@link #close()}, which cuts it to end a wait. */
    private void hold(@Nullable Connection c) {
        synchronized (lock) {
            connection = c;
            if (closing.getCount() == 0) {
                abort(c);
            }
        }
    }

    private void listen(Connection c) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute("listen prosync");
        }
        connected = true;
        announceMissed();
    }

    private void follow(Connection c) throws SQLException {
        PGConnection notifications = c.unwrap(PGConnection.class);
        long caughtUp = System.nanoTime();
        while (closing.getCount() > 0) {
            PGNotification[] received = notifications.getNotifications((int) pace.silence.toMillis());
            if (received == null || received.length == 0) {
                // Not auth.ping(): the feed must not keep an idle person's session alive.
                try (Statement s = c.createStatement()) {
                    s.execute("select 1");
                }
            } else {
                for (PGNotification n : received) {
                    parse(n.getParameter()).ifPresent(this::announce);
                }
            }
            if (System.nanoTime() - caughtUp > pace.catchUp.toNanos()) {
                caughtUp = System.nanoTime();
                announceMissed();
            }
        }
    }

    /** Reads {@code table|kind|ids}; empty for text that is none, since anybody may send some. */
    static Optional<Change> parse(String payload) {
        String[] parts = payload.split("\\|", 3);
        if (parts.length != 3 || parts[0].isEmpty()) {
            return Optional.empty();
        }
        Change.Kind kind =
                switch (parts[1]) {
                    case "I" -> Change.Kind.INSERTED;
                    case "U" -> Change.Kind.UPDATED;
                    case "D" -> Change.Kind.DELETED;
                    default -> Change.Kind.MISSED;
                };
        if (kind == Change.Kind.MISSED) {
            return Optional.empty();
        }
        boolean any = parts[2].isEmpty() || parts[2].equals("*");
        return Optional.of(new Change(parts[0], kind, any ? Set.of() : Set.of(distinct(parts[2]))));
    }

    private static String[] distinct(String ids) {
        return List.of(ids.split(",", -1)).stream().distinct().toArray(String[]::new);
    }

    private void announce(Change change) {
        if (change.entity().equals(LIMITS)) {
            // Somebody sees other places from now on, perhaps this person: everything on the screen may have changed.
            announceMissed();
            return;
        }
        for (Listening l : listening) {
            if (l.entities.isEmpty() || l.entities.contains(change.entity())) {
                l.tell(change);
            }
        }
    }

    private void announceMissed() {
        for (Listening l : listening) {
            Set<String> entities = l.entities.isEmpty() ? Constraints.tables() : l.entities;
            entities.forEach(e -> l.tell(new Change(e, Change.Kind.MISSED, Set.of())));
        }
    }

    /** Waits, less long for the first try than for later ones. */
    private Duration rest(Duration pause) {
        try {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return pause;
            }
        } catch (InterruptedException e) {
            closing.countDown();
            Thread.currentThread().interrupt();
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private static void abort(@Nullable Connection c) {
        if (c == null) {
            return;
        }
        try {
            c.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("cutting the change feed's connection failed", e);
        }
    }

    /**
     * How often something is done without being asked for.
     *
     * @param silence after which a connection is asked whether it lives
     * @param catchUp after which subscribers read again, should a hint have been lost
     */
    record Pace(Duration silence, Duration catchUp) {}

    /** Opens a connection. */
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }

    private record Listening(Set<String> entities, Consumer<Change> listener) {
        /** One listener's defect must not deafen the others. */
        void tell(Change change) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.error("a listener failed on {}", change, e);
            }
        }
    }
}
