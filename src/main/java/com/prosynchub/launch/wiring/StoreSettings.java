package com.prosynchub.launch.wiring;

import com.prosynchub.data.postgres.PostgresConfig;
import com.prosynchub.launch.config.Credentials;
import java.util.function.BooleanSupplier;

/**
 * What every connection of this process has in common.
 *
 * @param version of the program
 * @param forbiddenThread whether the calling thread must never wait for a store
 */
public record StoreSettings(String version, BooleanSupplier forbiddenThread) {

    PostgresConfig postgres(String url, Credentials login) {
        return new PostgresConfig(
                url, login.user(), login.password(), version, Threads.factory("postgres"), forbiddenThread);
    }
}
