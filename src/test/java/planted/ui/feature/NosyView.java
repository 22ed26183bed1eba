package planted.ui.feature;

import planted.service.UnguardedService;

/** Breaks rule 3: a view calls a service. */
public record NosyView(UnguardedService service) {}
