package com.prosynchub.data.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.DocumentAccounts;
import com.prosynchub.data.DocumentAccounts.Holder;
import com.prosynchub.data.DocumentAccounts.Outcome;
import com.prosynchub.fixture.AccountServer;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.model.failure.FailureException;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Roles and users on a server that has such, on one that refuses, and on our own, which has none. */
class MongoAccountsIT {
    private static final String DATABASE = "plant";

    private final AccountServer server = new AccountServer();
    private final DocumentAccounts accounts = on(server.uri());

    @AfterEach
    void stop() {
        accounts.close();
        server.close();
    }

    private static DocumentAccounts on(String uri) {
        return MongoStore.accounts(new MongoStore.Config(uri, null, DATABASE));
    }

    @Test
    void theRolesAreMadeForTheSitesDatabaseAndBroughtUpToDate() {
        assertThat(accounts.roles()).isEqualTo(Outcome.DONE);
        assertThat(server.roles())
                .containsOnlyKeys(
                        "plant.prosyncClient",
                        "plant.prosyncRelay",
                        "plant.prosyncIngest",
                        "plant.prosyncRollup",
                        "plant.prosyncAuditor",
                        "plant.prosyncRetention",
                        "plant.prosyncDeployer");
        assertThat(privileges("plant.prosyncRelay"))
                .hasSize(3)
                .first()
                .isEqualTo(new Document("resource", new Document("db", "plant").append("collection", "auditLogs"))
                        .append("actions", List.of("insert")));

        assertThat(accounts.roles()).isEqualTo(Outcome.DONE);
        assertThat(server.roles().get("plant.prosyncClient"))
                .as("the second time it is changed to what the file says")
                .containsKey("updateRole")
                .doesNotContainKey("createRole");
        assertThat(privileges("plant.prosyncClient")).hasSize(8);
    }

    private List<?> privileges(String role) {
        return (List<?>) server.roles().get(role).get("privileges");
    }

    @Test
    void aUserGetsTheAddressesPasswordAndNoRoleThatItDoesNotNeed() {
        accounts.roles();
        assertThat(accounts.user(server.uri("mill", "p%40ss"), Holder.WORKSTATION))
                .isEqualTo(Outcome.DONE);
        assertThat(accounts.user(server.uri("site", "other"), Holder.SITE)).isEqualTo(Outcome.DONE);
        assertThat(server.passwordOf("admin.mill")).isEqualTo("p@ss");
        assertThat(server.rolesOf("admin.mill")).containsExactly("plant.prosyncClient");
        assertThat(server.rolesOf("admin.site"))
                .containsExactly("plant.prosyncRelay", "plant.prosyncIngest", "plant.prosyncRollup");

        assertThat(accounts.user(server.uri("site", "renewed"), Holder.WORKSTATION))
                .isEqualTo(Outcome.DONE);
        assertThat(server.passwordOf("admin.site")).isEqualTo("renewed");
        assertThat(server.rolesOf("admin.site"))
                .as("what it was granted before is kept")
                .containsExactly(
                        "plant.prosyncRelay", "plant.prosyncIngest", "plant.prosyncRollup", "plant.prosyncClient");
    }

    @Test
    void anAddressWithoutAUserOrWithOurOwnIsLeftAlone() {
        assertThat(accounts.user(server.uri(), Holder.SITE)).isEqualTo(Outcome.NOT_OURS);
        try (DocumentAccounts signedIn = on(server.uri("root", "secret"))) {
            assertThat(signedIn.user(server.uri("root", "secret"), Holder.SITE)).isEqualTo(Outcome.NOT_OURS);
        }
        assertThatThrownBy(() -> accounts.user("mongodb://", Holder.SITE)).isInstanceOf(FailureException.class);
    }

    @Test
    void whoMayNotAndAServerWithoutAccountsAreToldApart() {
        server.forbid();
        assertThat(accounts.roles()).isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(accounts.user(server.uri("mill", "x"), Holder.WORKSTATION)).isEqualTo(Outcome.NOT_ALLOWED);
        try (DocumentAccounts embedded =
                MongoStore.accounts(TestDocuments.shared().config(DATABASE))) {
            assertThat(embedded.roles()).isEqualTo(Outcome.NOT_KNOWN);
            assertThat(embedded.user("mongodb://mill:x@localhost/", Holder.WORKSTATION))
                    .isEqualTo(Outcome.NOT_KNOWN);
        }
    }
}
