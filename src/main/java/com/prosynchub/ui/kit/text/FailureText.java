package com.prosynchub.ui.kit.text;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Violation;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a person reads about a failure: two sentences, what to do, and the code to quote. Immutable.
 *
 * @param what what happened
 * @param why what it means for the person
 * @param todo what to do about it
 * @param code the stable code
 * @param details technical text for the clipboard
 */
public record FailureText(String what, String why, String todo, String code, String details) {

    /** The words for a failure in the display language. */
    public static FailureText of(Failure failure) {
        return switch (failure) {
            case Failure.Denied denied -> text(denied, "denied." + word(denied.reason()));
            case Failure.Stale stale -> text(stale, "stale");
            case Failure.Invalid invalid -> invalid(invalid);
            case Failure.Unavailable down -> text(down, "unavailable." + word(down.store()));
            case Failure.Unexpected unexpected -> text(unexpected, "unexpected");
        };
    }

    /** The sentence for one broken rule, for the line under its field. */
    public static String of(Violation violation) {
        Messages kit = Messages.kit();
        String key = "rule." + violation.rule();
        return kit.has(key) ? kit.text(key, violation.arguments().toArray()) : kit.text("rule.other", violation.rule());
    }

    /** Everything, as plain text for the clipboard. */
    public String copyable() {
        return String.join("\n", code, what, why, todo, details);
    }

    private static FailureText invalid(Failure.Invalid invalid) {
        FailureText text = text(invalid, "invalid");
        String rules = invalid.violations().stream().map(FailureText::of).collect(Collectors.joining(" "));
        return new FailureText(text.what, rules, text.todo, text.code, text.details);
    }

    private static FailureText text(Failure failure, String key) {
        Messages kit = Messages.kit();
        String base = "failure." + key + ".";
        return new FailureText(
                kit.text(base + "what"),
                kit.text(base + "why"),
                kit.text(base + "todo"),
                failure.code(),
                failure.detail());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
