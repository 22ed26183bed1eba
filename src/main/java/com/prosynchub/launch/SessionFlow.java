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
import com.prosynchub.ui.kit.prefs.PersonalPreferences;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.login.LoginFeature;
import com.prosynchub.ui.login.SignInOptions;
import com.prosynchub.ui.login.SignInView;
import com.prosynchub.ui.profile.AboutFacts;
import com.prosynchub.ui.profile.ProfileFeature;
import com.prosynchub.ui.shell.Shell;
import com.prosynchub.ui.shell.ShellDoor;
import com.prosynchub.ui.shell.ShellFeature;
import com.prosynchub.ui.shell.ShellOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final ShellFeature shells;
    private @Nullable SignInView door;
    private @Nullable Shell shell;
    /** Chosen at the door by whoever signs in next; it then becomes that person's. */
    private @Nullable Language chosenAtDoor;

    SessionFlow(Desk desk, BootWiring boot, Runnable finish) {
        this.desk = desk;
        this.boot = boot;
        this.finish = finish;
        desk.clock().follow(boot.clock());
        wiring = new SessionWiring(
                boot,
                desk.threads().scheduler(),
                user -> desk.tasks().ui().post(this::followRights),
                denied -> desk.tasks().ui().post(() -> ended(denied)));
        signIn = new SignInService(boot.gate(), wiring, agent(desk.config().workstation()));
        shells = new ShellFeature(desk.tasks(), formats(), desk.preferences(), boot.health());
    }

    /**
     * Shows the sign-in screen.
     *
     * @param why a sentence that says why the person stands there again, or nothing
     */
    void showDoor(String why) {
        SignInView view = new LoginFeature(signIn, boot.health(), desk.tasks(), formats())
                .signIn(new SignInOptions(boot.site().name(), ProgramVersion.text(), demoAccounts()), this::open);
        door = view;
        view.offerLanguages(language -> speakAtDoor(language, why));
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
        desk.tasks()
                .run(services.profile()::preferences)
                .onSuccess(own -> greet(services, own))
                // Standard keys and the desk's language are better than no window.
                .onFailure(failure -> greet(services, Map.of()))
                .start();
    }

    private void greet(SessionServices services, Map<String, String> own) {
        if (wiring.services().filter(services::equals).isEmpty()) {
            return; // the session ended while its preferences were read; the door stands open already
        }
        Preferences mine = new PersonalPreferences(desk.preferences(), own, changes -> keep(services, changes));
        Language wanted = chosenAtDoor;
        if (wanted != null) {
            mine.put(Preferences.LANGUAGE, wanted.tag());
            chosenAtDoor = null;
        }
        Language.preferred(mine).use();
        closeDoor();
        openShell(services, mine);
    }

    private void openShell(SessionServices services, Preferences mine) {
        ShellOptions options = new ShellOptions(
                boot.site().name(),
                ProgramVersion.text(),
                desk.window().appearance(),
                new ShellDoor(signIn, this::swapped),
                () -> leave(""));
        ProfileFeature.Outside outside = new ProfileFeature.Outside(
                desk.window().appearance(), about(), language -> speak(services, mine, language));
        Path checkpoints = desk.config().logs().resolveSibling("imports");
        Shell opened = shells.with(formats(), mine)
                .open(services, options, bench -> FeatureCatalogue.of(services, checkpoints, outside, bench));
        shell = opened;
        desk.tasks().setDefaultFailureHandler(opened.root().notices()::failure);
        desk.window().stage().setOnCloseRequest(e -> {
            e.consume();
            opened.whenNothingIsLost(this::quit);
        });
        desk.window().show(opened.root());
        opened.start();
    }

    /** The window's content is made anew in the language, and stands where the person chose it. */
    private void speak(SessionServices services, Preferences mine, Language language) {
        Shell open = shell;
        if (open == null) {
            return;
        }
        open.whenNothingIsLost(() -> {
            mine.put(Preferences.LANGUAGE, language.tag());
            desk.preferences().put(Preferences.LANGUAGE, language.tag());
            language.use();
            closeShell();
            openShell(services, mine);
            Shell anew = shell;
            if (anew != null) {
                anew.navigator().open("profile", "appearance");
            }
        });
    }

    private void speakAtDoor(Language language, String why) {
        SignInView before = door;
        String name = before == null ? "" : before.typedName();
        chosenAtDoor = language;
        desk.preferences().put(Preferences.LANGUAGE, language.tag());
        language.use();
        closeDoor();
        showDoor(why);
        SignInView now = door;
        if (now != null) {
            now.typeName(name);
        }
    }

    private void keep(SessionServices services, Map<String, String> changes) {
        desk.tasks()
                .run(() -> {
                    services.profile().savePreferences(changes);
                    return true;
                })
                .start();
    }

    private Formats formats() {
        return new Formats(boot.site().zone(), Locale.getDefault(Locale.Category.FORMAT), desk.clock());
    }

    /** Another person took the window over: what the first one typed is kept, and the screens are made for the new one. */
    private void swapped(SignedInUser next) {
        if (next.mayBegin()) {
            closeShell();
            open(next);
        } else {
            leave(Messages.of("shell").text("lock.swap.first"));
        }
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
