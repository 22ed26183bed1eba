package com.prosynchub.launch.cli;

import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.launch.wiring.SessionWiring;
import com.prosynchub.launch.wiring.Threads;
import com.prosynchub.model.access.SignInResult;
import com.prosynchub.service.access.SignInService;
import com.prosynchub.service.session.SessionServices;
import java.io.Console;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Signs a person in for one command: by PROSYNCHUB_USER and PROSYNCHUB_PASSWORD, else by asking on the console. */
final class SignedIn {
    private static final String USER = "PROSYNCHUB_USER";
    private static final String PASSWORD = "PROSYNCHUB_PASSWORD";
    private static final String CODE = "PROSYNCHUB_CODE";

    private SignedIn() {}

    /** Runs the command with the person's use cases, and signs out after it. */
    static <T> T during(BootWiring boot, Map<String, String> environment, Function<SessionServices, T> command) {
        String user = environment.getOrDefault(USER, "");
        String password = environment.getOrDefault(PASSWORD, "");
        if (user.isEmpty() || password.isEmpty()) {
            Console console = System.console();
            if (console == null || !console.isTerminal()) {
                throw new CommandException("Say who you are: set " + USER + " and " + PASSWORD + ".");
            }
            user = user.isEmpty() ? answered(console.readLine("User name: ")) : user;
            char[] typed = password.isEmpty() ? console.readPassword("Password: ") : password.toCharArray();
            password = typed == null ? "" : String.valueOf(typed);
        }
        try (Threads threads = new Threads()) {
            SessionWiring wiring = new SessionWiring(boot, threads.scheduler(), changed -> {}, ended -> {});
            SignInService door = new SignInService(
                    boot.gate(), wiring, System.getProperty("user.name", "?") + " command " + ProgramVersion.text());
            enter(door, user, password, environment);
            try {
                return command.apply(wiring.services()
                        .orElseThrow(() -> new CommandException(
                                "The password has to be changed first; sign in to the window to do so.")));
            } finally {
                door.signOut();
            }
        }
    }

    private static void enter(SignInService door, String user, String password, Map<String, String> environment) {
        SignInResult first = door.signIn(user, password);
        switch (first instanceof SignInResult.CodeNeeded ? door.signInCode(code(environment)) : first) {
            case SignInResult.Accepted accepted -> {
                // The session is open now.
            }
            case SignInResult.Refused refused ->
                throw new CommandException(
                        first instanceof SignInResult.CodeNeeded
                                ? "The code is wrong, or was used already."
                                : "User name or password is wrong.");
            case SignInResult.CodeNeeded again -> throw new CommandException("The code is asked for again.");
            case SignInResult.Expired expired -> throw new CommandException("The sign-in took too long; try again.");
            case SignInResult.Throttled throttled ->
                throw new CommandException("Too many attempts; try again in "
                        + Math.max(1, throttled.retryAfter().toSeconds()) + " seconds.");
        }
    }

    private static String code(Map<String, String> environment) {
        String given = environment.getOrDefault(CODE, "");
        Console console = System.console();
        if (!given.isEmpty()) {
            return given;
        }
        if (console == null || !console.isTerminal()) {
            throw new CommandException("Two-factor sign-in is on: set " + CODE + " to a code of your authenticator.");
        }
        return answered(console.readLine("Code of your authenticator: "));
    }

    private static String answered(@Nullable String line) {
        return line == null ? "" : line;
    }
}
