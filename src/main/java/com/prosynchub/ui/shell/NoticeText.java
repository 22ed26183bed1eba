package com.prosynchub.ui.shell;

import com.prosynchub.model.notice.NoticeKind;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.text.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A notification in the display language; the stored words where this version knows none for them. Stateless. */
final class NoticeText {
    /** What the relay writes: the order's title in quotes, then what is urgent about it. */
    private static final Pattern ABOUT =
            Pattern.compile("(?s)(“.*”|A work order)(?:, priority (\\w+))?(?:, due (\\d{4}-\\d{2}-\\d{2}))?");

    private NoticeText() {}

    static String title(Notification item) {
        NoticeKind kind = NoticeKind.of(item);
        return kind == NoticeKind.OTHER ? item.title() : Messages.of("shell").text("notice." + kind.word());
    }

    static String message(Notification item, Formats formats) {
        Matcher about = ABOUT.matcher(item.message());
        if (NoticeKind.of(item) == NoticeKind.OTHER || !about.matches()) {
            return item.message();
        }
        Messages messages = Messages.of("shell");
        String said = about.group(1).startsWith("“") ? about.group(1) : messages.text("notice.order");
        String priority = priority(about.group(2));
        if (priority != null) {
            said = messages.text("notice.priority", said, priority);
        }
        LocalDate due = day(about.group(3));
        return due == null ? said : messages.text("notice.due", said, formats.date(due));
    }

    private static @Nullable String priority(@Nullable String label) {
        return Arrays.stream(Priority.values())
                .filter(priority -> priority.label().equals(label))
                .map(Words::of)
                .findFirst()
                .orElse(label);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
