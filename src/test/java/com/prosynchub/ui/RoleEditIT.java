package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.model.access.Action;
import com.prosynchub.model.access.Resource;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.service.access.SessionWatch;
import com.prosynchub.service.session.SessionServices;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two clients of the real store: an administrator takes a permission away, and the other one's window obeys in time. */
@ExtendWith(FxToolkitExtension.class)
class RoleEditIT {
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private final TestSite site = TestSite.fresh();

    @Test
    void theOtherClientsGateRefusesAndItsScreenIsGoneWithinFiveSeconds() throws Exception {
        try (ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
                RelationalSession viewer = site.session("Viewer");
                LiveWindow window = new LiveWindow("Viewer")) {
            SessionServices services = SessionServices.open(viewer, new FakeDocumentStore(), Clock.systemUTC());
            Fx.run(() -> window.openShell(services).navigator().open("locations"));
            Fx.until(() ->
                    window.find("#rail-locations") != null && shown(window).equals("locations"));
            try (SessionWatch watch = new SessionWatch(
                    viewer,
                    services.gate(),
                    scheduler,
                    user -> window.tasks.ui().post(window.shell()::followRights),
                    denied -> {})) {
                // As the program does; what comes sooner comes by the change feed.
                watch.start(PROMISED);
                long before = System.nanoTime();
                takeAway("Viewer", "location:read");
                Fx.until(() ->
                        window.find("#rail-locations") == null && !shown(window).equals("locations"));
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PROMISED);
            }
            assertThat(services.gate().may(Resource.LOCATION, Action.READ)).isFalse();
            assertThatThrownBy(() -> services.locations().tree()).isInstanceOf(FailureException.class);
            window.awaitWords("Your role no longer includes the screen Locations");
            assertThat(services.gate().may(Resource.ASSET, Action.READ)).isTrue();
        }
    }

    private static String shown(LiveWindow window) {
        var spec = window.shell().navigator().currentProperty().get();
        return spec == null ? "" : spec.id();
    }

    /** As the administrator, with nothing but a SQL prompt. */
    private void takeAway(String role, String permission) throws SQLException {
        try (Connection connection = MigratedPostgres.workstation(site.database(), token());
                Statement statement = connection.createStatement()) {
            statement.execute("CALL app.role_permission_delete("
                    + site.single("SELECT role_id FROM app.roles WHERE name = '" + role + "'") + ", "
                    + site.single("SELECT permission_id FROM app.permissions WHERE name = '" + permission + "'")
                    + ")");
        }
    }

    private String token() throws SQLException {
        try (Connection connection = MigratedPostgres.workstation(site.database(), null);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT token FROM auth.login('" + TestSite.ADMINISTRATOR
                        + "', '" + TestSite.PASSWORD + "', 'test')")) {
            row.next();
            return row.getString(1);
        }
    }
}
