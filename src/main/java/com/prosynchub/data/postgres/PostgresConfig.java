package com.prosynchub.data.postgres;

import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;

/**
 * Where the relational store is and how this program opens it. Any thread.
 *
 * @param jdbcUrl {@code jdbc:postgresql://…}, several hosts and TLS parameters allowed
 * @param user login of this workstation or service
 * @param password of that login
 * @param applicationVersion shown in the server's activity view
 * @param threads makes the pool's and the change feed's threads
 * @param forbiddenThread whether the calling thread must never wait for the store; a session opened on it throws
 */
public record PostgresConfig(
        String jdbcUrl,
        String user,
        String password,
        String applicationVersion,
        ThreadFactory threads,
        BooleanSupplier forbiddenThread) {

    @Override
    public String toString() {
        return "PostgresConfig[" + user + " at " + jdbcUrl + "]";
    }
}
