package com.prosynchub.ui.profile;

import com.prosynchub.model.notice.NoticeKind;
import com.prosynchub.ui.kit.prefs.Preferences;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Which notifications the bell shows and counts; kept at once. FX thread. */
public final class NoticeChoicesViewModel {
    /** Those a person may choose between; what is of no known kind is always shown. */
    public static final List<NoticeKind> KINDS =
            List.of(NoticeKind.ASSIGNED, NoticeKind.COMPLETED, NoticeKind.CANCELLED);

    private final Map<NoticeKind, BooleanProperty> wanted = new EnumMap<>(NoticeKind.class);

    public NoticeChoicesViewModel(Preferences preferences) {
        for (NoticeKind kind : KINDS) {
            String key = Preferences.NOTICE + kind.word();
            BooleanProperty on = new SimpleBooleanProperty(preferences.getBoolean(key, true));
            on.addListener((o, before, now) -> {
                if (now) {
                    preferences.remove(key);
                } else {
                    preferences.putBoolean(key, false);
                }
            });
            wanted.put(kind, on);
        }
    }

    public BooleanProperty wanted(NoticeKind kind) {
        return Objects.requireNonNull(wanted.get(kind), kind.name());
    }
}
