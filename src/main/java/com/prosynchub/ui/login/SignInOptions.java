package com.prosynchub.ui.login;

import java.util.List;

/**
 * What the sign-in screen shows beside the form.
 *
 * @param siteName empty while the site has none
 * @param version of the program
 * @param demoAccounts empty on every real site
 */
public record SignInOptions(String siteName, String version, List<DemoAccount> demoAccounts) {
    public SignInOptions {
        demoAccounts = List.copyOf(demoAccounts);
    }
}
