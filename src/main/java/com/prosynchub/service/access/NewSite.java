package com.prosynchub.service.access;

import com.prosynchub.model.access.AccountRules;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import java.util.List;

/**
 * What the first start of an empty site asks for: the site's name and its first administrator.
 *
 * @param siteName at most 100 characters
 */
public record NewSite(
        String siteName, String username, String email, String password, String firstName, String lastName) {
    public static final int SITE_NAME = 100;

    /** The rules that the form breaks, by field. */
    public List<Violation> check() {
        FieldChecks checks = AccountRules.account(username, email, firstName, lastName)
                .required("siteName", siteName)
                .longest("siteName", siteName, SITE_NAME);
        return AccountRules.password(checks, "password", password).violations();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "NewSite[" + siteName + ", " + username + "]";
    }
}
