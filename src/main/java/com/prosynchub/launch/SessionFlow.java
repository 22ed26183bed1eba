package com.prosynchub.launch;

import com.prosynchub.launch.cli.ProgramVersion;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.Profile;
import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.launch.wiring.SessionWiring;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.service.demo.DemoAccount;
import com.prosynchub.service.session.SessionServices;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.login.LoginFeature;
import com.prosynchub.ui.login.SignInOptions;
import com.prosynchub.ui.login.SignInView;
import com.prosynchub.ui.settings.AboutFacts;
import com.prosynchub.ui.settings.SettingsFeature;
import com.prosynchub.ui.shell.Shell;
import com.prosynchub.ui.shell.ShellFeature;
import com.prosynchub.ui.shell.ShellOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between the sign-in screen and the shell, forth and back, until the window closes. FX thread. */
final class SessionFlow {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFlow.class);

    private final Desk desk;
    private final BootWiring boot;
    private final Runnable finish;
    private final SessionWiring wiring;
    private final SignInService signIn;
    private final LoginFeature login;
    private final ShellFeature shells;
    private @Nullable SignInView door;
    private @Nullable Shell shell;

    SessionFlow(Desk desk, BootWiring boot, Runnable finish) {
        this.desk = desk;
        this.boot = boot;
        this.finish = finish;
        Formats formats = new Formats(boot.site().zone(), Locale.getDefault(Locale.Category.FORMAT), Clock.systemUTC());
        wiring = new SessionWiring(
                boot,
                desk.threads().scheduler(),
                user -> desk.tasks().ui().post(this::followRights),
                denied -> desk.tasks().ui().post(() -> ended(denied)));
        signIn = new SignInService(boot.gate(), wiring, agent(desk.config().workstation()));
        login = new LoginFeature(signIn, boot.health(), desk.tasks(), formats);
        shells = new ShellFeature(desk.tasks(), formats, desk.preferences(), boot.health());
    }

    /**
     * Shows the sign-in screen.
     *
     * @param why a sentence that says why the person stands there again, or nothing
     */
    void showDoor(String why) {
        SignInView view =
                login.signIn(new SignInOptions(boot.site().name(), ProgramVersion.text(), demoAccounts()), this::open);
        door = view;
        desk.window().stage().setOnCloseRequest(e -> quit());
        desk.window().show(view.root());
        view.onShown();
        if (!why.isEmpty()) {
            view.sayEnded(why);
        }
    }

    private void open(SignedInUser user) {
        SessionServices services = wiring.services().orElse(null);
        if (services == null) {
            return; // the session ended in the moment it began; the watch has said so
        }
        LOG.info("Signed in as {}", user.username());
        closeDoor();
        ShellOptions options = new ShellOptions(
                boot.site().name(), ProgramVersion.text(), desk.window().appearance(), () -> leave(""));
        SettingsFeature settings = new SettingsFeature(desk.window().appearance(), about());
        Path checkpoints = desk.config().logs().resolveSibling("imports");
        Shell opened =
                shells.open(services, options, bench -> FeatureCatalogue.of(services, checkpoints, settings, bench));
        shell = opened;
        desk.tasks().setDefaultFailureHandler(opened.root().notices()::failure);
        desk.window().stage().setOnCloseRequest(e -> {
            e.consume();
            opened.whenNothingIsLost(this::quit);
        });
        desk.window().show(opened.root());
        opened.start();
    }

    private AboutFacts about() {
        AppConfig config = desk.config();
        return switch (config.profile()) {
            case Profile.Embedded embedded ->
                new AboutFacts(
                        ProgramVersion.text(),
                        true,
                        embedded.dataDirectory().toString(),
                        config.logs().toString());
            case Profile.Server server ->
                new AboutFacts(ProgramVersion.text(), false, "", config.logs().toString());
        };
    }

    private void followRights() {
        Shell open = shell;
        if (open != null) {
            open.followRights();
        }
    }

    private void ended(Failure.Denied denied) {
        leave(FailureText.of(denied).what());
    }

    private void leave(String why) {
        closeShell();
        desk.tasks()
                .run(() -> {
                    signIn.signOut();
                    return true;
                })
                .onFailure(failure -> LOG.info("Signing out failed, the session ends by itself: {}", failure.detail()))
                .always(() -> showDoor(why))
                .start();
    }

    /** Screens first, then the session, then what this process hosts, then the stores. */
    private void quit() {
        closeDoor();
        closeShell();
        desk.window().stage().hide();
        desk.tasks()
                .run(() -> {
                    signIn.signOut();
                    return true;
                })
                .always(() -> desk.tasks()
                        .run(() -> {
                            boot.close();
                            return true;
                        })
                        .always(finish)
                        .start())
                .start();
    }

    private void closeDoor() {
        SignInView view = door;
        if (view != null) {
            view.onHidden();
            door = null;
        }
    }

    private void closeShell() {
        Shell open = shell;
        if (open != null) {
            open.close();
            shell = null;
            desk.tasks().setDefaultFailureHandler(DesktopApp::log);
        }
    }

    private List<com.prosynchub.ui.login.DemoAccount> demoAccounts() {
        return boot.site().demo()
                ? DemoAccount.all().stream()
                        .map(a -> new com.prosynchub.ui.login.DemoAccount(a.username(), a.password(), a.role()))
                        .toList()
                : List.of();
    }

    private static String agent(String workstation) {
        return System.getProperty("user.name", "?") + "@" + workstation + " ProSyncHub " + ProgramVersion.text();
    }
}
