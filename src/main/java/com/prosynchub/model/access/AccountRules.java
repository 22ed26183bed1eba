package com.prosynchub.model.access;

import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FieldChecks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What a valid account is. Whether a password is good enough the database decides; here only what it can not take. */
public final class AccountRules {
    public static final int USERNAME = 50;
    public static final int EMAIL = 255;
    public static final int PERSON_NAME = 50;
    public static final int PHONE = 20;
    public static final int DEPARTMENT = 100;
    public static final int URL = 255;

    /** The hash looks at no more bytes than these, so a longer password would be cut without a word. */
    public static final int PASSWORD_BYTES = 72;

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private AccountRules() {}

    public static List<Violation> check(UserAccount a) {
        return account(a.username(), a.email(), a.firstName(), a.lastName())
                .when(a.roleId() < 1, "roleId", "required")
                .longest("phoneNumber", a.phoneNumber(), PHONE)
                .longest("department", a.department(), DEPARTMENT)
                .longest("profileImageUrl", a.profileImageUrl(), URL)
                .violations();
    }

    /** The rules that a name, an address and a person's names break. */
    public static FieldChecks account(String username, String email, String firstName, String lastName) {
        return new FieldChecks()
                .required("username", username)
                .longest("username", username, USERNAME)
                .required("email", email)
                .longest("email", email, EMAIL)
                .matches("email", email, ADDRESS)
                .longest("firstName", firstName, PERSON_NAME)
                .longest("lastName", lastName, PERSON_NAME);
    }

    /** Adds the rules for a new password in {@code field}. */
    public static FieldChecks password(FieldChecks checks, String field, String password) {
        return checks.required(field, password)
                .when(
                        password.getBytes(StandardCharsets.UTF_8).length > PASSWORD_BYTES,
                        field,
                        "tooLong",
                        PASSWORD_BYTES);
    }
}
