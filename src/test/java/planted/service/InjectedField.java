package planted.service;

import jakarta.inject.Inject;

/** Breaks rule 13: a field that a framework fills. */
public final class InjectedField {
    @Inject
    String injected;
}
