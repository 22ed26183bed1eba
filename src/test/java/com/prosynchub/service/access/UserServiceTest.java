package com.prosynchub.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.access.AccountFilter;
import com.prosynchub.model.access.AccountRules;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.ui.kit.text.FailureText;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service refuses by itself before it asks anybody, and what it hands on of the database's refusals. */
class UserServiceTest {
    private final FakePlant plant = new FakePlant();
    private final UserAccount ada = plant.user("ada", "Viewer");
    private final UserService admin = service("Administrator");

    private UserService service(String role) {
        FakeRelationalSession session = plant.session(role);
        return new UserService(new SessionAccessGate(session), session.accounts(), session.unitOfWork());
    }

    private UserAccount changed(String username, String email, int role, String phone) {
        return new UserAccount(
                ada.id(), username, email, "Ada", "Lovelace", role, phone, null, null, true, null, ada.revision());
    }

    private static Failure failure(ThrowingCallable call) {
        try {
            call.call();
            throw new AssertionError("it went through");
        } catch (FailureException refused) {
            return refused.failure();
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }

    private static List<String> broken(ThrowingCallable call) {
        return ((Failure.Invalid) failure(call))
                .violations().stream()
                        .map(v -> v.field() + ": " + FailureText.of(v))
                        .toList();
    }

    @BeforeEach
    void aDeskThatAddsButChangesNobody() {
        plant.role(
                "Desk",
                Set.of(
                        Permission.parse("user:read").orElseThrow(),
                        Permission.parse("user:create").orElseThrow()));
    }

    @Test
    void whoLacksAPermissionIsRefusedBeforeAnybodyIsAsked() {
        UserService manager = service("Manager");
        UserService desk = service("Desk");
        List<ThrowingCallable> refused = List.of(
                () -> manager.list(AccountFilter.all(), PageRequest.first(1)),
                manager::roles,
                () -> manager.sessions(ada.id()),
                () -> manager.places(ada.id()),
                () -> manager.failedTries(null, PageRequest.first(1)),
                () -> manager.create(ada),
                () -> desk.save(ada, ""),
                () -> desk.resetPassword(ada.id()),
                () -> desk.unlock(ada.id()),
                () -> desk.limit(ada.id(), List.of(), List.of(1)),
                () -> desk.endSession(UUID.randomUUID()),
                () -> desk.endSessions(ada.id()));
        int before = plant.calls();
        assertThat(refused).allSatisfy(call -> assertThat(failure(call))
                .isInstanceOfSatisfying(
                        Failure.Denied.class, d -> assertThat(d.reason()).isEqualTo(DeniedReason.PERMISSION)));
        assertThat(plant.calls()).as("calls of the store").isEqualTo(before);
        assertThat(plant.refusals).as("each is written down").hasSize(refused.size());
    }

    @Test
    void brokenRulesAreSaidTogetherAndNothingIsStored() {
        int before = plant.calls();
        String longName = "n".repeat(AccountRules.USERNAME + 1);
        assertThat(broken(() -> admin.save(changed(longName, "no address", 0, "0".repeat(21)), "")))
                .containsExactlyInAnyOrder(
                        "username: At most 50 characters.",
                        "email: This is not in the expected form.",
                        "roleId: This is required.",
                        "phoneNumber: At most 20 characters.");
        assertThat(broken(() -> admin.create(changed(" ", "", ada.roleId(), "1"))))
                .containsExactlyInAnyOrder("username: This is required.", "email: This is required.");
        assertThat(plant.calls()).isEqualTo(before);
    }

    @Test
    void theRankAndTheLastAdministratorAreTheDatabasesAndComeThroughAsTheyAre() {
        Failure rank = new Failure.Denied(DeniedReason.PERMISSION, null, "rank");
        Failure last = Failure.Invalid.of("", "lastAdministrator");
        for (Failure refusal : List.of(rank, last)) {
            plant.failNext(refusal);
            assertThat(failure(() -> admin.save(ada, ""))).isEqualTo(refusal);
            plant.failNext(refusal);
            assertThat(failure(() -> admin.resetPassword(ada.id()))).isEqualTo(refusal);
        }
        assertThatThrownBy(() -> broken(() -> admin.save(ada, ""))).isInstanceOf(AssertionError.class);
        assertThat(broken(() -> {
                    plant.failNext(last);
                    admin.save(ada, "");
                }))
                .containsExactly(": Somebody must remain who can manage people.");
    }

    @Test
    void anAccountIsMadeChangedUnlockedAndTakenOutOfUse() {
        UserAccount grace = new UserAccount(
                UUID.randomUUID(), "grace", "g@x", "", "", ada.roleId(), null, null, null, true, null, 0);
        assertThat(admin.create(grace)).isNotBlank().isNotEqualTo(admin.resetPassword(grace.id()));
        plant.refused(grace.id(), 6);
        admin.unlock(grace.id());
        plant.signedIn(grace.id(), "ws_hall");
        plant.signedIn(grace.id(), "ws_gate");
        UUID hall = admin.sessions(grace.id()).getFirst().id();
        assertThat(admin.endSession(hall)).isTrue();
        assertThat(admin.endSession(hall)).isFalse();
        assertThat(admin.endSessions(grace.id())).isEqualTo(1);
        SaveResult<UserAccount> saved = admin.save(
                new UserAccount(
                        grace.id(),
                        "grace",
                        "g@x",
                        "",
                        "",
                        ada.roleId(),
                        null,
                        null,
                        null,
                        false,
                        null,
                        grace.revision()),
                "");
        assertThat(saved).isInstanceOf(SaveResult.Saved.class);
        assertThat(admin.list(new AccountFilter("grace", false, null), PageRequest.first(5))
                        .items())
                .singleElement()
                .satisfies(line -> assertThat(line.failedTries()).isZero());
    }
}
