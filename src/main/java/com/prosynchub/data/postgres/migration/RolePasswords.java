package com.prosynchub.data.postgres.migration;

/**
 * Passwords of the logins that are no workstations. None is ever logged or printed.
 *
 * @param migrator runs migrations
 * @param relay carries the ledger to the document store
 * @param throttle counts sign-ins over the loopback connection; the database keeps it in a table of its own
 * @param site records measured values
 */
public record RolePasswords(String migrator, String relay, String throttle, String site) {
    @Override
    public String toString() {
        return "RolePasswords[hidden]";
    }
}
