package com.prosynchub.bench;

import com.prosynchub.fixture.Fx;
import com.prosynchub.launch.HeadlessProgram;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/**
 * From Enter in the sign-in form to a home screen that shows the worst assets and takes keys, in the whole program with its
 * embedded stores on the demo plant, over the time of one password hash. Hash and sign-in take turns, so that a loaded machine
 * weighs on both.
 */
public final class SigninBench {
    private static final PrintStream OUT = System.out;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 3;
    private static final String HASH = "SELECT crypt('milk-and-steel', gen_salt('bf', 11))";

    private SigninBench() {}

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("signin-bench");
        try (EmbeddedPostgres bare = EmbeddedPostgres.builder().start();
                Connection hashing = bare.getPostgresDatabase().getConnection();
                HeadlessProgram program = HeadlessProgram.demo(data.resolve("data"))) {
            try (Statement statement = hashing.createStatement()) {
                statement.execute("CREATE EXTENSION pgcrypto");
            }
            measure(program.stage(), hashing);
        } finally {
            Platform.exit();
            delete(data);
        }
    }

    private static void measure(Stage stage, Connection hashing) throws SQLException {
        double[] hash = new double[ROUNDS];
        double[] home = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            until(stage, () -> find(stage, "#username") != null);
            double hashed = hash(hashing);
            double signedIn = signIn(stage);
            if (round >= 0) {
                hash[round] = hashed;
                home[round] = signedIn;
            }
            signOut(stage);
        }
        Arrays.sort(hash);
        Arrays.sort(home);
        double hashMedian = hash[ROUNDS / 2];
        double homeMedian = home[ROUNDS / 2];
        OUT.println(String.format(
                Locale.ROOT,
                "signin: %.0f ms to home (%.0f to %.0f), %.0f ms a hash",
                homeMedian,
                home[0],
                home[ROUNDS - 1],
                hashMedian));
        OUT.println(String.format(Locale.ROOT, "BENCH to_home_vs_hash=%.2f", homeMedian / hashMedian));
    }

    private static double hash(Connection hashing) throws SQLException {
        try (Statement statement = hashing.createStatement()) {
            long start = System.nanoTime();
            try (ResultSet row = statement.executeQuery(HASH)) {
                row.next();
            }
            return (System.nanoTime() - start) / 1e6;
        }
    }

    private static double signIn(Stage stage) {
        Fx.run(() -> {
            text(stage, "#username").setText("tom");
            text(stage, "#password").setText("milk-and-steel");
            text(stage, "#password").requestFocus();
        });
        Fx.pulse();
        long start = System.nanoTime();
        Fx.run(() -> Event.fireEvent(
                text(stage, "#password"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        until(stage, () -> usable(stage));
        return (System.nanoTime() - start) / 1e6;
    }

    /** The home screen stands with rows of the plant in it, and the focus is in the frame. */
    private static boolean usable(Stage stage) {
        Scene scene = stage.getScene();
        return find(stage, "#rail-home") != null
                && scene.getFocusOwner() != null
                && scene.getRoot().lookupAll(".table-view").stream()
                        .anyMatch(node -> node instanceof TableView<?> table
                                && !table.getItems().isEmpty()
                                && !table.lookupAll(".table-row-cell").isEmpty());
    }

    private static void signOut(Stage stage) {
        Fx.run(() -> ((MenuButton) Objects.requireNonNull(find(stage, "#person-menu")))
                .getItems().stream()
                        .filter(item -> "sign-out".equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    private static void until(Stage stage, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!Fx.call(condition::getAsBoolean)) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("it never came; the window shows " + Fx.call(() -> shown(stage)));
            }
            Thread.onSpinWait();
        }
    }

    private static List<String> shown(Stage stage) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
                .map(Node::toString)
                .limit(20)
                .toList();
    }

    private static Node find(Stage stage, String selector) {
        Parent root = stage.getScene().getRoot();
        return root.lookup(selector);
    }

    private static TextInputControl text(Stage stage, String selector) {
        return (TextInputControl) Objects.requireNonNull(find(stage, selector));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
