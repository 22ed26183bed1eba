package com.prosynchub.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.SaveResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two signed-in clients of the real store: what one takes away, the other one hears of in time. */
class DeactivationIT {
    private static final Duration PROMISED = Duration.ofSeconds(5);

    @Test
    void aDeactivatedPersonsOpenClientEndsWithinFiveSeconds() throws Exception {
        TestSite site = TestSite.shared();
        CompletableFuture<Failure.Denied> ended = new CompletableFuture<>();
        try (ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
                RelationalSession admin = site.session("Administrator");
                RelationalSession victim = site.session("Viewer")) {
            SessionAccessGate theirs = new SessionAccessGate(victim);
            try (SessionWatch watch = new SessionWatch(victim, theirs, scheduler, now -> {}, ended::complete)) {
                // As the program does; what comes sooner comes by the change feed.
                watch.start(PROMISED);
                UserService users = new UserService(new SessionAccessGate(admin), admin.accounts(), admin.unitOfWork());
                UserAccount a = admin.accounts().find(victim.user().userId()).orElseThrow();
                UserAccount off = new UserAccount(
                        a.id(),
                        a.username(),
                        a.email(),
                        a.firstName(),
                        a.lastName(),
                        a.roleId(),
                        a.phoneNumber(),
                        a.department(),
                        a.profileImageUrl(),
                        false,
                        a.lastLogin(),
                        a.revision());
                SaveResult<UserAccount> saved = users.save(off, "left the plant");
                assertThat(saved).isInstanceOf(SaveResult.Saved.class);
                assertThat(ended.get(PROMISED.toMillis(), TimeUnit.MILLISECONDS).reason())
                        .isEqualTo(DeniedReason.SESSION_ENDED);
            }
        }
    }
}
