package com.prosynchub.ui.workorders;

import com.prosynchub.ui.kit.view.Drafts;
import java.util.UUID;

/** What a person typed at an order and did not send: it is there again when the order is, also in the next session. FX thread. */
record TypedWords(Drafts drafts, UUID person) {
    /** Keeps what is typed now; a blank text is forgotten. */
    void keep(UUID order, String field, String text) {
        if (text.isBlank()) {
            drafts.take(key(order, field), String.class);
        } else {
            drafts.keep(key(order, field), text);
        }
    }

    /** What is kept; empty for nothing. */
    String of(UUID order, String field) {
        String text = drafts.take(key(order, field), String.class).orElse("");
        keep(order, field, text);
        return text;
    }

    private String key(UUID order, String field) {
        return person + "/workorder/" + field + "/" + order;
    }
}
