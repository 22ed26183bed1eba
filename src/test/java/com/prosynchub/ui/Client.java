package com.prosynchub.ui;

import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.access.SessionListener;
import com.prosynchub.service.access.SessionWatch;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.login.LoginFeature;
import com.prosynchub.ui.login.SignInOptions;
import com.prosynchub.ui.login.SignInView;
import com.prosynchub.ui.shell.ShellDoor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A whole client of the real relational store on the headless platform: the door, the window, and the watch over the session,
 * tied as the program ties them. Test thread, but for {@link #row}.
 */
final class Client implements SessionListener, AutoCloseable {
    /** How soon a client hears of what was done to its session. */
    static final Duration PROMISED = Duration.ofSeconds(5);

    final LiveWindow window = new LiveWindow("Viewer");
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final AtomicReference<@Nullable Open> open = new AtomicReference<>();
    private final SignInService service;
    private @Nullable SignInView door;

    private record Open(SessionServices services, SessionWatch watch) {}

    /** Stands at the door of that workstation. */
    Client(RelationalGate gate) {
        service = new SignInService(gate, this, "test");
        window.door(new ShellDoor(service, next -> {}));
        Fx.run(() -> showDoor(""));
    }

    /** Signs in without hands, where signing in is not what a test is about. */
    Client signedIn(String username, String password) {
        service.signIn(username, password);
        Fx.run(this::enter);
        return this;
    }

    /** Shows this window alone, so that keys and mouse reach it; the headless platform knows no order of windows. */
    void front() {
        Fx.run(() -> {
            Window.getWindows().stream().filter(Window::isShowing).toList().forEach(Window::hide);
            window.stage.show();
            window.stage.requestFocus();
        });
        Fx.until(() -> window.stage.isFocused());
        Fx.pulse();
    }

    /** What the users' table shows in the row of that user name; empty when there is none. FX thread. */
    List<String> row(String username) {
        return window.find("#user-table") instanceof TableView<?> table
                ? IntStream.range(0, table.getItems().size())
                        .mapToObj(at -> table.getColumns().stream()
                                .map(column -> Objects.toString(column.getCellData(at), ""))
                                .toList())
                        .filter(cells -> cells.contains(username))
                        .findFirst()
                        .orElse(List.of())
                : List.of();
    }

    @Override
    public void opened(RelationalSession session) {
        SessionServices services = SessionServices.open(session, new FakeDocumentStore(), Clock.systemUTC());
        SessionWatch watch = new SessionWatch(
                session,
                services.gate(),
                scheduler,
                user -> window.tasks.ui().post(() -> window.shell().followRights()),
                denied -> window.tasks.ui().post(() -> ended(denied)));
        open.set(new Open(services, watch));
        watch.start(PROMISED);
    }

    @Override
    public void closing(RelationalSession session) {
        Open now = open.getAndSet(null);
        if (now != null) {
            now.watch().close();
        }
    }

    private void enter() {
        Open now = open.get();
        if (now != null) {
            hideDoor();
            window.openShell(now.services());
        }
    }

    private void ended(Failure.Denied denied) {
        window.shell().close();
        window.tasks
                .run(() -> {
                    service.signOut();
                    return true;
                })
                .always(() -> showDoor(FailureText.of(denied).what()))
                .start();
    }

    private void showDoor(String why) {
        SignInView made = new LoginFeature(service, window.site.health(), window.tasks, window.formats)
                .signIn(new SignInOptions("Nordholm dairy", "0.1.0", List.of()), user -> enter());
        door = made;
        window.show(made.root());
        made.onShown();
        if (!why.isEmpty()) {
            made.sayEnded(why);
        }
    }

    private void hideDoor() {
        if (door != null) {
            door.onHidden();
            door = null;
        }
    }

    @Override
    public void close() {
        Fx.run(this::hideDoor);
        window.close();
        service.signOut();
        scheduler.shutdownNow();
    }
}
