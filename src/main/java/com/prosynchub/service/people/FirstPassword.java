package com.prosynchub.service.people;

/** The temporary password of somebody who was added, to be shown once. */
public record FirstPassword(String username, String name, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "FirstPassword[" + username + "]";
    }
}
