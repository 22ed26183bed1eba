package com.prosynchub.data.embedded.document;

import org.jspecify.annotations.Nullable;

final class Expressions {
    private Expressions() {}

    static void requireKnownIn(@Nullable Object stage) {}

    static void requireKnown(@Nullable Object expression) {}
}
