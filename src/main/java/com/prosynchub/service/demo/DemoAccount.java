package com.prosynchub.service.demo;

import java.util.List;

/**
 * An account of the demo plant, for its sign-in screen alone. No secret: a real site never has these accounts.
 *
 * @param role name of the role
 */
public record DemoAccount(String username, String displayName, String password, String role) {
    private static final String PASSWORD = "milk-and-steel";

    /** One account for each role, in the order in which a sign-in screen offers them. */
    public static List<DemoAccount> all() {
        return List.of(
                new DemoAccount("tom", "Tom Brandt", PASSWORD, "Manager"),
                new DemoAccount("priya", "Priya Nair", PASSWORD, "Operator"),
                new DemoAccount("luis", "Luis Ortega", PASSWORD, "Technician"),
                new DemoAccount("george", "George Ellis", PASSWORD, "Viewer"),
                new DemoAccount("helen", "Helen Ward", PASSWORD, "Administrator"));
    }
}
