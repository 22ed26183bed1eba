package com.prosynchub.model.asset;

import org.jspecify.annotations.Nullable;

/** A category of assets. {@code icon} is an Ikonli description code such as {@code ci-chemistry}. {@code id} 0 = new. */
public record AssetType(
        int id,
        String name,
        @Nullable String description,
        @Nullable String icon,
        int revision) {}
