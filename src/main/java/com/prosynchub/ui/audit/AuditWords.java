package com.prosynchub.ui.audit;

import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words for what stands in the ledger in the database's own words. Stateless. */
final class AuditWords {
    /** Kinds of records that can be asked for. */
    static final List<String> ENTITIES = List.of(
            "ASSET",
            "ASSET_METRIC",
            "ASSET_TYPE",
            "DEAD_LETTERS",
            "LOCATION",
            "METRIC_NOTE",
            "METRIC_SETTINGS",
            "PART",
            "PERMISSION",
            "ROLE",
            "ROLE_PERMISSION",
            "SESSION",
            "SITE",
            "SITE_SETTINGS",
            "TREND_VIEW",
            "USER",
            "USER_LOCATION",
            "USER_PREFERENCES",
            "WORK_ORDER",
            "WORK_ORDER_CHECKLIST",
            "WORK_ORDER_PART");

    private static final Messages MESSAGES = Messages.of("audit");

    private AuditWords() {}

    static String action(String action) {
        String key = "action." + action;
        return MESSAGES.has(key) ? MESSAGES.text(key) : sentence(action);
    }

    static String entity(String type) {
        String key = "entity." + type;
        return MESSAGES.has(key) ? MESSAGES.text(key) : sentence(type);
    }

    /** A column's name as words. */
    static String field(String column) {
        String words = Words.column(column);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String value(@Nullable Object value) {
        return value == null ? Formats.NONE : value.toString();
    }

    /** The record by name, else by key. */
    static @Nullable String thing(LedgerEntry entry) {
        String name = entry.name();
        return name == null ? entry.entityKey() : name;
    }

    /** Who did it; the sentence for nobody known. */
    static String person(LedgerEntry entry) {
        String person = entry.person();
        return person == null ? MESSAGES.text("nobody") : person;
    }

    private static String sentence(String words) {
        String lower = words.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.isEmpty() ? "" : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
