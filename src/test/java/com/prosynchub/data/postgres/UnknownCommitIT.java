package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.RelationalGate;
import com.prosynchub.data.RelationalGate.Attempt;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.data.postgres.CuttingProxy.Cut;
import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestPostgres;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line is cut while a commit is on its way: what is reported is what happened. */
class UnknownCommitIT {
    private final TestSite site = TestSite.shared();
    private CuttingProxy proxy;
    private RelationalSession session;
    private int type;

    @BeforeEach
    void signInThroughTheProxy() throws IOException {
        proxy = new CuttingProxy(TestPostgres.port());
        PostgresConfig direct = site.config(MigratedPostgres.WORKSTATION);
        RelationalGate gate = PostgresStore.gate(new PostgresConfig(
                "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/" + site.database(),
                direct.user(),
                direct.password(),
                "test",
                direct.threads(),
                direct.forbiddenThread()));
        Attempt attempt = gate.signIn(site.person("Manager"), TestSite.PASSWORD, "tests");
        session = ((Attempt.Accepted) attempt).session();
        type = session.assetTypes()
                .insert(Samples.type("Type " + UUID.randomUUID()))
                .id();
    }

    @AfterEach
    void signOut() throws IOException {
        session.close();
        proxy.close();
    }

    @Test
    void aCommitThatHappenedUnheardIsReportedAsSaved() {
        Asset sent = Samples.asset("Landed", type);
        proxy.cutNextCommit(Cut.BEFORE_THE_CLIENT_HEARS);

        Asset stored = session.assets().insert(sent);

        assertThat(session.assets().find(sent.id())).contains(stored);
        proxy.cutNextCommit(Cut.BEFORE_THE_CLIENT_HEARS);
        assertThat(session.assets().update(Samples.asset(sent.id(), "Renamed", type, null, 0)))
                .isInstanceOf(SaveResult.Saved.class);
        assertThat(proxy.cuts()).isEqualTo(2);
    }

    @Test
    void aCommitThatNeverArrivedIsReportedAsNotSaved() {
        Asset sent = Samples.asset("Lost", type);
        proxy.cutNextCommit(Cut.BEFORE_THE_SERVER_HEARS);

        assertThatThrownBy(() -> session.assets().insert(sent)).satisfies(t -> assertThat(FailureException.failureOf(t))
                .isInstanceOfSatisfying(
                        Failure.Unavailable.class, u -> assertThat(u.detail()).contains("not saved")));

        assertThat(session.assets().find(sent.id())).isEmpty();
        assertThat(session.assets().insert(sent).id()).isEqualTo(sent.id());
        assertThat(proxy.cuts()).isEqualTo(1);
    }
}
