package com.prosynchub.model.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's account, without anything secret. */
public record UserAccount(
        UUID id,
        String username,
        String email,
        String firstName,
        String lastName,
        int roleId,
        @Nullable String phoneNumber,
        @Nullable String department,
        @Nullable String profileImageUrl,
        boolean active,
        @Nullable Instant lastLogin,
        int revision) {

    public String displayName() {
        return (firstName + " " + lastName).strip();
    }
}
