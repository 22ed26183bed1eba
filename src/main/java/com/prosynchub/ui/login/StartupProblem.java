package com.prosynchub.ui.login;

import com.prosynchub.ui.kit.text.Messages;

/**
 * Why the program could not start.
 *
 * @param what what happened, one sentence
 * @param todo what the person can do
 * @param details technical text for the clipboard; never a secret
 */
public record StartupProblem(String what, String todo, String details) {

    /**
     * A problem in the display language, with what the program said of it below the advice: it names files and processes.
     *
     * @param kind such as {@code disk_full}
     * @param said the exact sentence, in English as in the log
     */
    public static StartupProblem of(String kind, String said, String details) {
        Messages messages = Messages.of("login");
        String known = messages.has("startup.problem." + kind) ? kind : "failed";
        return new StartupProblem(
                messages.text("startup.problem." + known),
                messages.text("startup.todo." + known) + "\n\n" + said,
                details);
    }
}
