package com.prosynchub.launch.config;

/**
 * A login and its password. Neither its text nor a log line built from it shows the password.
 *
 * @param user login name
 * @param password password in the clear, possibly empty where a certificate speaks for the login
 */
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
