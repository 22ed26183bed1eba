package com.prosynchub.ui.shell;

import com.prosynchub.model.access.Permission;
import com.prosynchub.ui.kit.view.Feature;
import com.prosynchub.ui.kit.view.ScreenSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The screens a person may see, in the order of the rail. FX thread. */
public final class ScreenRegistry {
    private final List<ScreenSpec> all;
    private final Predicate<Permission> may;
    private List<ScreenSpec> screens;

    /** Keeps what {@code may} lets pass; two screens of one id are a defect. */
    public ScreenRegistry(List<? extends Feature> features, Predicate<Permission> may) {
        this.may = may;
        all = features.stream()
                .flatMap(feature -> feature.screens().stream())
                .sorted(Comparator.comparingInt(ScreenSpec::order))
                .toList();
        if (all.stream().map(ScreenSpec::id).distinct().count() != all.size()) {
            throw new IllegalStateException("two screens have the same id");
        }
        screens = allowed();
    }

    /** Asks again which screens may be seen. */
    void followRights() {
        screens = allowed();
    }

    private List<ScreenSpec> allowed() {
        return all.stream().filter(spec -> may.test(spec.permission())).toList();
    }

    public List<ScreenSpec> screens() {
        return screens;
    }

    /** Those that this person never sees as well. */
    List<ScreenSpec> declared() {
        return all;
    }

    public Optional<ScreenSpec> find(String id) {
        return screens.stream().filter(spec -> spec.id().equals(id)).findFirst();
    }
}
