package com.prosynchub.data.postgres.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.MigratedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever gets at the ledger behind the program's back is found out: the check names the first entry that is not right. */
class LedgerChainIT {
    private final DoorPlant plant = new DoorPlant();

    @BeforeEach
    void fill() throws SQLException {
        for (int i = 1; i <= 12; i++) {
            plant.run("INSERT INTO app.locations (name) VALUES ('Hall " + i + "')");
        }
        seal();
    }

    @Test
    void anUntouchedLedgerIsWholeAndGoesOnAcrossBatches() throws SQLException {
        assertThat(verify()).isEqualTo("whole");
        plant.run("INSERT INTO app.locations (name) VALUES ('Later')");
        assertThat(seal()).isEqualTo("t");
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE seal_no IS NULL"))
                .isEqualTo("0");
        assertThat(verify()).isEqualTo("whole");
    }

    @Test
    void whatDeliveryChangesIsNotSealed() throws SQLException {
        plant.run("UPDATE audit.outbox SET relayed_at = now(), attempts = 5, parked_reason = 'refused'");
        assertThat(verify()).isEqualTo("whole");
        plant.run("UPDATE audit.outbox SET relayed_at = NULL, attempts = 0, parked_reason = NULL");
        assertThat(verify()).isEqualTo("whole");
    }

    @Test
    void anAlteredEntryIsNamed() throws SQLException {
        plant.run("UPDATE audit.outbox SET new_state = new_state || '{\"name\": \"Forged\"}' WHERE seal_no = 7");
        assertThat(verify()).isEqualTo("7 altered");
    }

    @Test
    void everyRecordedColumnIsCovered() throws SQLException {
        for (String change : new String[] {
            "user_id = gen_random_uuid()",
            "action = 'DELETE'",
            "entity_key = '1'",
            "ip = 'elsewhere'",
            "agent = 'somebody'",
            "reason = 'because'",
            "at = at + interval '1 microsecond'",
            "previous_state = '{}'"
        }) {
            plant.run("CREATE TABLE public.kept AS SELECT * FROM audit.outbox WHERE seal_no = 5");
            plant.run("UPDATE audit.outbox SET " + change + " WHERE seal_no = 5");
            assertThat(verify()).as(change).isEqualTo("5 altered");
            plant.run("UPDATE audit.outbox o SET user_id = k.user_id, action = k.action, entity_key = k.entity_key,"
                    + " ip = k.ip, agent = k.agent, reason = k.reason, at = k.at, previous_state = k.previous_state"
                    + " FROM public.kept k WHERE o.seq = k.seq; DROP TABLE public.kept");
            assertThat(verify()).isEqualTo("whole");
        }
    }

    @Test
    void anEntryWrittenAnewWithAHashToMatchIsNamedByTheNextOne() throws SQLException {
        rewrite("7");
        assertThat(verify()).isEqualTo("7 rewritten");
    }

    @Test
    void theLastEntryWrittenAnewDoesNotFitTheHead() throws SQLException {
        String last = plant.ask("SELECT max(seal_no) FROM audit.outbox");
        rewrite(last);
        assertThat(verify()).isEqualTo(last + " altered");
    }

    @Test
    void aDeletedEntryIsNamed() throws SQLException {
        plant.run("DELETE FROM audit.outbox WHERE seal_no = 6");
        assertThat(verify()).isEqualTo("6 missing");
        plant.run("DELETE FROM audit.outbox WHERE seal_no = 1");
        assertThat(verify()).isEqualTo("1 missing");
    }

    @Test
    void aDeletedEndIsNamed() throws SQLException {
        String last = plant.ask("SELECT max(seal_no) FROM audit.outbox");
        plant.run("DELETE FROM audit.outbox WHERE seal_no = " + last);
        assertThat(verify()).isEqualTo(last + " missing");
    }

    @Test
    void anEmptiedLedgerAndALostHeadAreNamed() throws SQLException {
        plant.run("DELETE FROM audit.outbox WHERE seal_no IS NOT NULL");
        assertThat(verify()).isEqualTo("1 missing");
        plant.run("DELETE FROM audit.chain_head");
        assertThat(verify()).isEqualTo("0 head");
    }

    @Test
    void swappedEntriesAreNamed() throws SQLException {
        plant.run("UPDATE audit.outbox SET seal_no = -1 WHERE seal_no = 4;"
                + "UPDATE audit.outbox SET seal_no = 4 WHERE seal_no = 9;"
                + "UPDATE audit.outbox SET seal_no = 9 WHERE seal_no = -1");
        assertThat(verify()).isEqualTo("4 reordered");
    }

    @Test
    void anInsertedEntryIsNamed() throws SQLException {
        plant.run("UPDATE audit.outbox SET seal_no = -seal_no WHERE seal_no >= 5;"
                + "UPDATE audit.outbox SET seal_no = 1 - seal_no WHERE seal_no < 0;"
                + "INSERT INTO audit.outbox (action, entity_type, seal_no) VALUES ('CREATE', 'LOCATION', 5)");
        assertThat(verify()).isEqualTo("5 altered");
    }

    @Test
    void anEntryUnderATakenNumberIsNamed() throws SQLException {
        plant.run("INSERT INTO audit.outbox (action, entity_type, seal_no) VALUES ('CREATE', 'LOCATION', 5)");
        assertThat(verify()).isEqualTo("5 added");
    }

    /** Such a number once stopped all sealing and with it all delivery. */
    @Test
    void aNumberAboveTheHeadIsNamedAndStopsNothing() throws SQLException {
        long forged = Long.parseLong(plant.ask("SELECT max(seal_no) + 1 FROM audit.outbox"));
        plant.run("INSERT INTO audit.outbox (action, entity_type, seal_no) VALUES ('CREATE', 'LOCATION', " + forged
                + "), ('CREATE', 'LOCATION', -3)");
        assertThat(verify()).isEqualTo("-3 added");
        plant.run("DELETE FROM audit.outbox WHERE seal_no = -3");
        assertThat(verify()).isEqualTo(forged + " added");
        plant.run("INSERT INTO app.locations (name) VALUES ('Later')");
        assertThat(seal()).isEqualTo("t");
        assertThat(plant.ask("SELECT count(*) FROM audit.outbox WHERE seal_no IS NULL"))
                .isEqualTo("0");
        assertThat(verify()).isEqualTo(forged + " added");
    }

    @Test
    void onlyWhoMayReadTheAuditVerifiesAndNoClientSeals() throws SQLException {
        try (Connection unbound = plant.unbound();
                Connection manager = plant.as(plant.person("Manager"));
                Connection administrator = plant.as(plant.person("Administrator"));
                Connection relay = MigratedPostgres.connect(plant.database, "prosync_relay", null)) {
            for (Connection stranger : new Connection[] {unbound, manager, relay}) {
                assertThat(DoorPlant.outcome(stranger, "SELECT app.verify_ledger(0, 10)"))
                        .isEqualTo("42501");
                assertThat(DoorPlant.outcome(stranger, LedgerSearchIT.search("NULL", "NULL", "NULL", 10)))
                        .isEqualTo("42501");
            }
            assertThat(DoorPlant.outcome(administrator, "SELECT audit.seal(10)"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(administrator, "UPDATE audit.chain_head SET seal_no = 0"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(administrator, "SELECT * FROM audit.entries"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(relay, "UPDATE audit.outbox SET seal_no = 1"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(relay, "UPDATE audit.outbox SET hash = NULL"))
                    .isEqualTo("42501");
            assertThat(DoorPlant.outcome(relay, "UPDATE audit.chain_head SET seal_no = 0"))
                    .isEqualTo("42501");
        }
    }

    private String seal() throws SQLException {
        return plant.ask("SELECT audit.seal(10000) > 0");
    }

    private void rewrite(String number) throws SQLException {
        plant.run("UPDATE audit.outbox SET new_state = '{\"name\": \"Forged\"}' WHERE seal_no = " + number);
        plant.run("UPDATE audit.outbox o SET hash = audit.sealed(o.prev_hash, o) WHERE seal_no = " + number);
    }

    /** Batch by batch, as an administrator. */
    private String verify() throws SQLException {
        try (Connection administrator = plant.as(plant.person("Administrator"))) {
            long upto = 0;
            while (true) {
                String[] answer = DoorPlant.one(
                                administrator,
                                "SELECT concat_ws(' ', upto, ending, broken, problem) FROM app.verify_ledger(" + upto
                                        + ", 5)")
                        .split(" ", 3);
                if (answer.length == 3) {
                    return answer[2];
                }
                if (Long.parseLong(answer[0]) == upto) {
                    return "whole";
                }
                upto = Long.parseLong(answer[0]);
            }
        }
    }
}
