package com.prosynchub.service.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.service.access.SessionAccessGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of people against the real store: what the preview promises, and what the database refuses whatever it says. */
class UserImportIT {
    private static final String HEAD = "username,email,role\n";

    private final TestSite site = TestSite.fresh();

    @TempDir
    Path folder;

    private long people() {
        return Long.parseLong(site.single("select count(*) from app.users"));
    }

    private Path list(String lines) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), HEAD + lines);
    }

    @Test
    void aDryRunWritesNothingAndAnImportAddsPeopleWhoMustChangeTheirPasswords() throws IOException {
        try (RelationalSession admin = site.session("Administrator")) {
            UserImportService service = new UserImportService(new SessionAccessGate(admin), admin.accounts());
            long before = people();
            String ledger = site.single("select count(*) from audit.outbox");
            ImportPreview preview = service.preview(list(
                    "grace,g@x,Viewer\nFIRST.administrator,first@plant.example,Administrator\nhedy,h@x,Operator\n"));
            assertThat(preview.lines())
                    .extracting(ImportLine::verdict)
                    .containsExactly(ImportVerdict.FRESH, ImportVerdict.THERE, ImportVerdict.FRESH);
            assertThat(people()).isEqualTo(before);
            assertThat(site.single("select count(*) from audit.outbox")).isEqualTo(ledger);
            List<FirstPassword> given = service.add(preview);
            assertThat(given).extracting(FirstPassword::username).containsExactly("grace", "hedy");
            assertThat(people()).isEqualTo(before + 2);
            assertThat(site.single("select count(*) from auth.account where must_change"))
                    .isEqualTo("2");
            assertThat(site.single("select count(*) from audit.outbox where new_state::text like '%"
                            + given.getFirst().password() + "%'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void theDatabaseRefusesARoleAboveTheOwnRankAndThenNobodyIsAdded() {
        site.execute("""
            with desk as (insert into app.roles (name) values ('Desk') returning role_id)
            insert into app.role_permissions (role_id, permission_id)
            select role_id, permission_id from desk, app.permissions where name in ('user:read', 'user:create')
            """);
        try (RelationalSession desk = site.session("Desk")) {
            UserImportService service = new UserImportService(new SessionAccessGate(desk), desk.accounts());
            long before = people();
            // As a client would that judges nothing itself.
            ImportPreview forged =
                    new ImportPreview(List.of(forged("mine", role("Desk")), forged("above", role("Administrator"))));
            assertThatThrownBy(() -> service.add(forged))
                    .satisfies(refused ->
                            assertThat(FailureException.failureOf(refused)).isInstanceOf(Failure.Denied.class));
            assertThat(people()).isEqualTo(before);
        }
    }

    /** A desk sees no role but its own, and need not see one to name it. */
    private int role(String name) {
        return Integer.parseInt(site.single("select role_id from app.roles where name = '" + name + "'"));
    }

    private static ImportLine forged(String username, int role) {
        UserAccount account = new UserAccount(
                UUID.randomUUID(), username, username + "@x", "", "", role, null, null, null, true, null, 0);
        return new ImportLine(2, account, "", ImportVerdict.FRESH, List.of());
    }
}
