package com.prosynchub.ui.shell;

import com.prosynchub.model.access.Permission;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.ScreenSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The screens a person may see, in the order of the rail. Immutable. */
public final class ScreenRegistry {
    private final List<ScreenSpec> screens;

    /** Keeps what {@code may} lets pass; two screens of one id are a defect. */
    public ScreenRegistry(List<? extends Feature> features, Predicate<Permission> may) {
        screens = features.stream()
                .flatMap(feature -> feature.screens().stream())
                .filter(spec -> may.test(spec.permission()))
                .sorted(Comparator.comparingInt(ScreenSpec::order))
                .toList();
        if (screens.stream().map(ScreenSpec::id).distinct().count() != screens.size()) {
            throw new IllegalStateException("two screens have the same id");
        }
    }

    public List<ScreenSpec> screens() {
        return screens;
    }

    public Optional<ScreenSpec> find(String id) {
        return screens.stream().filter(spec -> spec.id().equals(id)).findFirst();
    }
}
