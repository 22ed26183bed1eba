package com.prosynchub.ui.kit.text;

import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.model.workorder.WorkOrderStatus;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the plant in the display language; what is stored stays as the schema has it. Any thread. */
public final class Words {
    /** Lines whose name is a metric's key. */
    private static final List<String> METRICS = List.of("ASSET_METRIC_", "METRIC_SETTINGS_");

    private static final Pattern MOVED = Pattern.compile("Moved .* from (.+) to (.+)");
    private static final String COMMENT = "COMMENT_ADDED";
    private static final String TICKED = "Completed step";
    private static final List<String> VERBS = List.of("CREATED", "UPDATED", "DELETED");

    private Words() {}

    public static String of(AssetStatus status) {
        return Messages.kit().text("word.status." + key(status.label()));
    }

    public static String of(WorkOrderStatus status) {
        return Messages.kit().text("word.status." + key(status.label()));
    }

    public static String of(Priority priority) {
        return Messages.kit().text("word.priority." + key(priority.label()));
    }

    /** The name of a role that came with the program; the site's own roles are called as they were named. */
    public static String role(String name) {
        String key = "word.role." + key(name);
        return Messages.kit().has(key) ? Messages.kit().text(key) : name;
    }

    /** What happened, without the person; the stored sentence where this version knows no words for it. */
    public static String of(Activity activity) {
        Messages kit = Messages.kit();
        String type = activity.type();
        Matcher moved = MOVED.matcher(activity.description());
        for (String verb : VERBS) {
            String noun = type.endsWith("_" + verb)
                    ? "word.noun." + key(type.substring(0, type.length() - verb.length() - 1))
                    : "";
            if (kit.has(noun)) {
                String thing = named(kit, kit.text(noun), activity);
                if (activity.description().startsWith(TICKED)) {
                    return kit.text("word.event.done", thing);
                }
                return moved.matches()
                        ? kit.text("word.event.moved", thing, status(moved.group(1)), status(moved.group(2)))
                        : kit.text("word.event." + key(verb), thing);
            }
        }
        String whole = "word.event." + key(type);
        return kit.has(whole) ? kit.text(whole, thing(activity)) : activity.description();
    }

    /** What people call a column of a record; the column's own name where this version knows none. */
    public static String column(String column) {
        String key = "word.column." + column;
        return Messages.kit().has(key) ? Messages.kit().text(key) : column.replace('_', ' ');
    }

    /** A kind of record by the ledger's word for it; the word itself where this version knows no other. */
    public static String noun(String type) {
        String key = "word.noun." + key(type);
        return Messages.kit().has(key)
                ? Messages.kit().text(key)
                : type.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What a line is about, in a few words: the kind of its record, and its name where it has one. */
    public static String thing(Activity activity) {
        String kind = noun(activity.record().map(RecordKey::type).orElse(activity.type()));
        boolean itself = activity.record()
                .filter(key -> activity.type().equals(COMMENT)
                        || VERBS.stream().anyMatch(verb -> activity.type().equals(key.type() + "_" + verb)))
                .isPresent();
        return itself ? named(Messages.kit(), kind, activity) : kind;
    }

    private static String named(Messages kit, String noun, Activity activity) {
        return activity.additionalInfo().get(Activity.NAME) instanceof String name
                ? kit.text(
                        "word.event.named",
                        noun,
                        METRICS.stream().anyMatch(activity.type()::startsWith) ? name.replace('_', ' ') : name)
                : noun;
    }

    private static String status(String stored) {
        String key = "word.status." + key(stored);
        return Messages.kit().has(key) ? Messages.kit().text(key) : stored;
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
