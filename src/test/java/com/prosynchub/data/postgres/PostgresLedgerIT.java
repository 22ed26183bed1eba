package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.OutboxRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.audit.FieldChange;
import com.prosynchub.model.audit.LedgerCheck;
import com.prosynchub.model.audit.LedgerEntry;
import com.prosynchub.model.audit.LedgerFilter;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger as a signed-in administrator reads it. */
class PostgresLedgerIT {
    private static final TestSite SITE = TestSite.fresh();

    @Test
    void readsPagesWithBothStatesAndChecksTheChain() {
        try (RelationalSession manager = SITE.session("Manager");
                RelationalSession admin = SITE.session("Administrator");
                OutboxRepository outbox = SITE.outbox()) {
            AssetType type = manager.assetTypes().insert(Samples.type("Pump"));
            manager.assetTypes().update(new AssetType(type.id(), "Motor", null, null, 0));
            outbox.relay(1_000, e -> new OutboxRepository.Delivery.Delivered());

            LedgerFilter byManager = LedgerFilter.all()
                    .ofPerson(manager.user().userId())
                    .ofRecord("ASSET_TYPE", Integer.toString(type.id()))
                    .between(Instant.EPOCH, Instant.now().plusSeconds(60));
            List<LedgerEntry> found = new ArrayList<>();
            PageRequest request = PageRequest.first(1);
            while (true) {
                Page<LedgerEntry> page = admin.ledger().search(byManager, request);
                found.addAll(page.items());
                String next = page.next();
                if (next == null) {
                    break;
                }
                request = request.next(next);
            }

            assertThat(found).extracting(LedgerEntry::action).containsExactly("UPDATE", "CREATE");
            LedgerEntry update = found.getFirst();
            assertThat(update.changes()).contains(new FieldChange("name", "Pump", "Motor"));
            assertThat(update.username()).isEqualTo(manager.user().username());
            assertThat(update.agent()).isEqualTo("tests");
            assertThat(update.number()).isNotNull();
            assertThat(update.fingerprint()).hasSize(64);

            LedgerCheck whole = admin.ledger().verify(0);
            assertThat(whole.done()).isTrue();
            assertThat(whole.broken()).isNull();
            SITE.execute("update audit.outbox set agent = 'somebody else' where seal_no = " + update.number());
            assertThat(admin.ledger().verify(0))
                    .extracting(LedgerCheck::broken, LedgerCheck::problem)
                    .containsExactly(update.number(), LedgerCheck.Problem.ALTERED);
        }
    }

    @Test
    void nobodyElseReadsOrChecksIt() {
        try (RelationalSession manager = SITE.session("Manager")) {
            assertThatThrownBy(() -> manager.ledger().search(LedgerFilter.all(), PageRequest.first(1)))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("audit:read");
            assertThatThrownBy(() -> manager.ledger().verify(0)).hasMessageContaining("audit:read");
            assertThat(SITE.single("select count(*) || ' ' || min(new_state ->> 'permission') from audit.outbox"
                            + " where action = 'REFUSED' and user_id = '"
                            + manager.user().userId() + "'"))
                    .as("both refusals are in the ledger, although their statements were taken back")
                    .isEqualTo("2 audit:read");
        }
    }
}
