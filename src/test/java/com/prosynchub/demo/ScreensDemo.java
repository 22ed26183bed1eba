package com.prosynchub.demo;

import com.prosynchub.fixture.Fx;
import com.prosynchub.fixture.FxToolkitExtension;
import com.prosynchub.fixture.Screenshots;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.audit.AuditEntry;
import com.prosynchub.model.audit.LedgerFilter;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.ui.SampleFeed;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.SampleWindow;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.theme.Theme;
import com.prosynchub.ui.login.DemoAccount;
import com.prosynchub.ui.login.Door;
import com.prosynchub.ui.login.FirstStartView;
import com.prosynchub.ui.login.FirstStartViewModel;
import com.prosynchub.ui.login.LoginFeature;
import com.prosynchub.ui.login.SignInOptions;
import com.prosynchub.ui.login.SignInView;
import com.prosynchub.ui.login.StartupStep;
import com.prosynchub.ui.login.StartupView;
import com.prosynchub.ui.login.StartupViewModel;
import com.prosynchub.ui.login.TwoFactorFeature;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Takes the pictures of every screen for the manual and for review: of those in whose name the first argument, a regular
 * expression, is found, in the language of the second. Run by hand on the headless platform.
 */
public final class ScreensDemo {
    private static final List<DemoAccount> ACCOUNTS = List.of(
            new DemoAccount("tom", "milk-and-steel", "Manager"),
            new DemoAccount("priya", "milk-and-steel", "Operator"),
            new DemoAccount("luis", "milk-and-steel", "Technician"),
            new DemoAccount("george", "milk-and-steel", "Viewer"),
            new DemoAccount("helen", "milk-and-steel", "Administrator"));

    private static final List<String> LARGE = List.of(
            "change-password",
            "enrol",
            "look",
            "roles",
            "profile",
            "site-signin",
            "profile-200",
            "two-factor",
            "workorders",
            "board",
            "home",
            "asset-overview",
            "asset-trend",
            "sign-in",
            "users",
            "trends",
            "locations",
            "imports",
            "audit",
            "ingest",
            "activity",
            "asset-history");
    private static String todo = "";

    private ScreensDemo() {}

    public static void main(String[] args) throws InterruptedException {
        FxToolkitExtension.start();
        String only = args.length == 0 ? "" : args[0];
        Language.of(args.length < 2 ? "en" : args[1]).ifPresent(language -> Fx.run(language::use));
        for (Theme theme : Theme.values()) {
            shot("startup", only, theme, ScreensDemo::startup);
            shot("first-start", only, theme, ScreensDemo::firstStart);
            shot("sign-in", only, theme, ScreensDemo::signIn);
            shot("change-password", only, theme, () -> atTheDoor(false));
            shot("enrol", only, theme, () -> atTheDoor(true));
            screen("profile-200", only, theme, window -> window.shell
                    .navigator()
                    .open("profile"));
            screen("profile-appearance-200", only, theme, window -> window.shell
                    .navigator()
                    .open("profile", "appearance"));
            shot("site-signin-200", only, theme, () -> siteSettings("signin"));
            shot("users", only, theme, ScreensDemo::users);
            shot("audit", only, theme, ScreensDemo::audit);
            shot("roles", only, theme, () -> roles("Operator"));
            shot("ingest", only, theme, IngestSamples::screen);
            shot("look", only, theme, ScreensDemo::look);
            screen("home", only, theme, window -> {});
            screen("lock", only, theme, window -> lock(window, "home"));
            screen("lock-trends", only, theme, window -> lock(window, "trends"));
            screen("two-factor", only, theme, ScreensDemo::twoFactor);
            screen("workorders", only, theme, window -> window.shell
                    .navigator()
                    .open("workorders", firstOrder(window)));
            screen("reason", only, theme, window -> {
                window.shell.navigator().open("workorders", firstOrder(window));
                todo = "cancel";
            });
            screen("board", only, theme, window -> {
                window.preferences.put("workorders.as", "board");
                window.shell.navigator().open("workorders", firstOrder(window));
            });
            for (String id : MetricPictures.SCREENS) {
                screen(id, only, theme, window -> todo = MetricPictures.open(window, id));
            }
            screen("locations", only, theme, window -> window.shell.navigator().open("locations", firstPlace(window)));
            for (String tab : List.of("appearance", "keys", "notices")) {
                screen("profile-" + tab, only, theme, window -> window.shell
                        .navigator()
                        .open("profile", tab));
            }
            for (String tab : List.of("calendar", "codes", "numbering", "signin")) {
                shot("site-" + tab, only, theme, () -> siteSettings(tab));
            }
            screen("asset-editor", only, theme, window -> {
                window.shell.navigator().open("assets", compressor(window));
                todo = "edit";
            });
            screen("asset-search", only, theme, window -> {
                window.shell.navigator().open("assets");
                todo = "c-40";
            });
            screen("asset-overview", only, theme, window -> window.shell
                    .navigator()
                    .open("assets", compressor(window)));
            for (String tab : List.of("metrics", "history", "trend")) {
                screen("asset-" + tab, only, theme, window -> window.shell
                        .navigator()
                        .open("assets", compressor(window) + "/" + tab));
            }
        }
        Platform.exit();
    }

    private static Parent roles(String chosen) {
        SampleWindow window = new SampleWindow(new SamplePlant("Administrator"));
        for (int i = 0; i < 4; i++) {
            window.site.plant.user("operator" + i, "Operator");
        }
        window.shell.start();
        window.shell.navigator().open("roles");
        todo = "role " + chosen;
        return window.shell.root();
    }

    private static Parent look() {
        SampleWindow window = new SampleWindow(new SamplePlant("Administrator"));
        window.shell.start();
        int role = window.site.session.roles().lines().stream()
                .map(com.prosynchub.model.access.RoleLine::role)
                .filter(r -> r.name().equals("Operator"))
                .findFirst()
                .orElseThrow()
                .id();
        window.site.session.roles().viewAs(role);
        window.site.session.follow();
        window.shell.followRights();
        return window.shell.root();
    }

    private static String compressor(SampleWindow window) {
        return window.site.id("Ammonia compressor C-401").toString();
    }

    private static void screen(String name, String only, Theme theme, Consumer<SampleWindow> open) {
        shot(name, only, theme, () -> {
            SamplePlant site = new SamplePlant("Manager");
            new SampleFeed(site).morning();
            SampleWindow window = new SampleWindow(site);
            window.shell.start();
            open.accept(window);
            return window.shell.root();
        });
    }

    private static void shot(String name, String only, Theme theme, Supplier<Parent> node) {
        if (name.matches(".*(" + only + ").*")) {
            int scale = name.endsWith("-200") ? 200 : 100;
            Parent made = Fx.call(node::get);
            settle();
            Screenshots.take(name, () -> made, theme, 1280, 800, scale, () -> {});
            act(made);
            settle();
            Screenshots.of(made.getScene(), name + "-" + theme.word());
            if (LARGE.contains(name) && (name + "-1080").matches(".*(" + only + ").*")) {
                Parent large = Fx.call(node::get);
                settle();
                Screenshots.take(name + "-1080", () -> large, theme, 1920, 1080, scale, () -> {});
                act(large);
                settle();
                Screenshots.of(large.getScene(), name + "-1080-" + theme.word());
            }
        }
    }

    /** Waits until what was posted is shown. */
    private static void settle() {
        for (int i = 0; i < 20; i++) {
            Fx.pulse();
        }
    }

    /** Presses what a picture needs pressed. */
    private static void act(Parent root) {
        Fx.run(() -> {
            MetricPictures.act(todo, root);
            if (todo.equals("edit") && root.lookup("#asset-edit") instanceof Button edit) {
                edit.fire();
            } else if (todo.equals("audit")
                    && root.lookup("#audit-table") instanceof TableView<?> table
                    && root.lookup("#audit-verify") instanceof Button verify) {
                table.getSelectionModel().selectFirst();
                verify.fire();
            } else if (todo.equals("sign in")
                    && root.lookup("#username") instanceof TextField name
                    && root.lookup("#password") instanceof TextField secret) {
                name.setText("tom");
                secret.setText("secret");
                ((Button) root.lookup("#signIn")).fire();
            } else if (todo.equals("cancel") && root.lookup("#move-CANCELLED") instanceof Button cancel) {
                cancel.fire();
            } else if (todo.equals("lock")) {
                root.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.L, false, true, false, false));
            } else if (todo.equals("enrol") && root.lookup("#two-factor-begin-password") instanceof TextField secret) {
                secret.setText("secret");
                secret.fireEvent(new ActionEvent());
            } else if (todo.startsWith("role ") && root.lookup("#role-list") instanceof ListView<?> list) {
                list.getSelectionModel()
                        .select(list.getItems().stream()
                                .map(Object::toString)
                                .toList()
                                .indexOf(list.getItems().stream()
                                        .map(Object::toString)
                                        .filter(line -> line.contains("name=" + todo.substring(5)))
                                        .findFirst()
                                        .orElse("")));
                for (String id : List.of("alarm-acknowledge", "alarm-shelve", "location-read", "part-read")) {
                    ((CheckBox) root.lookup("#permission-" + id)).fire();
                }
                ((ComboBox<?>) root.lookup("#role-compare")).getSelectionModel().selectLast();
            } else if (!todo.isEmpty() && root.lookup("#asset-search") instanceof TextField search) {
                search.setText(todo);
            }
        });
        todo = "";
        // Longer than typing must pause before a search begins.
        settle();
        settle();
    }

    private static Parent siteSettings(String tab) {
        SamplePlant site = new SamplePlant("Administrator");
        site.services
                .siteSettings()
                .save(SampleSettings.of(site.services.siteSettings().read()));
        SampleWindow window = new SampleWindow(site);
        window.shell.start();
        window.shell.navigator().open("settings", tab);
        return window.shell.root();
    }

    private static String firstPlace(SampleWindow window) {
        return Integer.toString(window.site.session.locations().all().getFirst().id());
    }

    private static String firstOrder(SampleWindow window) {
        return window.site
                .services
                .workOrders()
                .list(WorkOrderFilter.open(), PageRequest.first(1))
                .items()
                .getFirst()
                .order()
                .id()
                .toString();
    }

    private static void lock(SampleWindow window, String screen) {
        window.shell.navigator().open(screen);
        todo = "lock";
    }

    private static void twoFactor(SampleWindow window) {
        TwoFactorFeature feature = new TwoFactorFeature(window.site.services, window.bench());
        feature.commands().getFirst().action().run();
        todo = "enrol";
    }

    private static Parent users() {
        SamplePlant site = new SamplePlant("Administrator");
        site.plant.user("tom", "Manager");
        site.plant.refused(site.plant.user("priya", "Operator").id(), 6);
        site.plant.signedIn(site.plant.user("luis", "Technician").id(), "ws_filling");
        site.plant.refused(site.plant.user("george", "Viewer").id(), 2);
        SampleWindow window = new SampleWindow(site);
        window.shell.start();
        window.shell.navigator().open("users");
        return window.shell.root();
    }

    private static Parent audit() {
        SamplePlant site = new SamplePlant("Administrator");
        UserAccount tom = site.plant.user("tom", "Manager");
        UserAccount helen = site.plant.user("helen", "Administrator");
        String compressor = site.id("Ammonia compressor C-401").toString();
        site.plant.recorded(tom, "LOGIN", "SESSION", "s-1", Map.of(), Map.of("workstation", "ws_hall"));
        site.plant.recorded(tom, "CREATE", "PART", "p-1", Map.of(), Map.of("name", "Shaft seal 40 mm", "sku", "S-40"));
        site.plant.recorded(helen, "UNLOCKED", "USER", tom.id().toString(), Map.of(), Map.of());
        site.plant.recorded(
                helen, "UPDATE", "LOCATION", "7", Map.of("name", "Filling hall"), Map.of("name", "Filling hall 1"));
        site.plant.recorded(
                tom,
                "UPDATE",
                "ASSET",
                compressor,
                Map.of("name", "Ammonia compressor C-401", "status", "Operational", "health_score", 91),
                Map.of("name", "Ammonia compressor C-401", "status", "Warning", "health_score", 74, "model", "GEA-40"));
        site.services
                .ledger()
                .search(LedgerFilter.all(), PageRequest.first(100))
                .items()
                .forEach(e -> site.documents
                        .auditLogs()
                        .insert(new AuditEntry(
                                e.eventId(),
                                e.seq(),
                                e.userId(),
                                e.action(),
                                e.entityType(),
                                null,
                                e.before(),
                                e.after(),
                                e.host(),
                                e.agent(),
                                e.at())));
        SampleWindow window = new SampleWindow(site);
        window.shell.start();
        window.shell.navigator().open("audit");
        todo = "audit";
        return window.shell.root();
    }

    private static Parent startup() {
        SampleWindow.StandingClock ui = new SampleWindow.StandingClock();
        StartupViewModel model = new StartupViewModel(ui);
        model.report(StartupStep.DEMO, 0.62);
        return new StartupView(model, () -> {}).root();
    }

    private static Parent firstStart() {
        return new FirstStartView(new FirstStartViewModel(choice -> {}), "/home/anna/.local/share/prosynchub").root();
    }

    /** What somebody sees who must choose a password, or set a second factor up, before anything else. */
    private static Parent atTheDoor(boolean secondFactor) {
        SamplePlant site = new SamplePlant("Manager");
        site.plant.user("tom", "Manager");
        if (secondFactor) {
            site.plant.demandSecondFactor("Manager");
        }
        SampleWindow window = new SampleWindow(site);
        SignInView view = new LoginFeature(
                        secondFactor
                                ? SampleWindow.signIn(site)
                                : Door.demandingNewPasswords(site.plant, SampleWindow.DEAF),
                        site.health(),
                        window.tasks,
                        window.formats)
                .signIn(new SignInOptions("Nordholm dairy", "0.1.0", List.of()), user -> {});
        view.onShown();
        todo = "sign in";
        return view.root();
    }

    private static Parent signIn() {
        SamplePlant site = new SamplePlant("Manager");
        SampleWindow window = new SampleWindow(site);
        SignInView view = new LoginFeature(SampleWindow.signIn(site), site.health(), window.tasks, window.formats)
                .signIn(new SignInOptions("Nordholm dairy", "0.1.0", ACCOUNTS), user -> {});
        view.onShown();
        return view.root();
    }
}
