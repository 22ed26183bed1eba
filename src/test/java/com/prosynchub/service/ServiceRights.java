package com.prosynchub.service;

import com.prosynchub.model.access.Permission;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rights, any of which opens a method of a service, for tests of the window and of the database. Any thread. */
public final class ServiceRights {
    private ServiceRights() {}

    /** By method, such as {@code AssetService.create}; {@link RoleMatrixTest} proves that it is so. */
    public static Map<String, Set<Permission>> all() {
        return RoleMatrixTest.MATRIX.stream()
                .collect(Collectors.toMap(RoleMatrixTest.Row::method, row -> row.opens().stream()
                        .map(key -> Permission.parse(key).orElseThrow(() -> new IllegalArgumentException(key)))
                        .collect(Collectors.toSet())));
    }
}
