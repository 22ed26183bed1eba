package com.prosynchub.ui.assets;

import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.failure.FieldChecks;

/** Copies of an asset with one field typed anew. */
final class AssetDrafts {
    private AssetDrafts() {}

    static Asset named(Asset asset, String name) {
        return with(asset, "name", name);
    }

    static Asset with(Asset asset, String field, String text) {
        AssetDraft draft = new AssetDraft();
        draft.show(asset);
        draft.text(field).set(text);
        return draft.read(asset, new FieldChecks());
    }
}
