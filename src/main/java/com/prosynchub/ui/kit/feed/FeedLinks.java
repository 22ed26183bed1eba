package com.prosynchub.ui.kit.feed;

import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.ui.kit.view.Navigation;
import java.util.Map;

/** Where the record of a line is shown. Stateless. */
public final class FeedLinks {
    /** The screens that can be asked for one record, by the ledger's word for it; any other is not opened. */
    private static final Map<String, String> SCREENS =
            Map.of("ASSET", "assets", "WORK_ORDER", "workorders", "LOCATION", "locations");

    private FeedLinks() {}

    /** Whether there is anything to open. */
    public static boolean opens(Activity activity) {
        return activity.record()
                .map(RecordKey::type)
                .filter(SCREENS::containsKey)
                .isPresent();
    }

    /** Opens the record where its screen is one of the person's; otherwise nothing happens. */
    public static void open(Navigation navigation, Activity activity) {
        activity.record().ifPresent(record -> {
            String screen = SCREENS.get(record.type());
            if (screen != null) {
                navigation.open(screen, record.key());
            }
        });
    }
}
