package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Denied;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.Failure.Invalid;
import com.prosynchub.model.failure.Failure.Stale;
import com.prosynchub.model.failure.Failure.Unavailable;
import com.prosynchub.model.failure.Failure.Unexpected;
import com.prosynchub.model.failure.FailureException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.hibernate.StaleStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Every kind of error finds its failure. */
class SqlFailuresTest {

    @Test
    void aMissingPermissionIsNamed() {
        Failure failure = SqlFailures.ofSql(server("42501", "This needs it.", 'H', "work_order:update"));

        assertThat(failure).isEqualTo(new Denied(DeniedReason.PERMISSION, "work_order:update", "This needs it."));
    }

    @Test
    void aPermissionIsFoundInTheSentenceToo() {
        Failure failure = SqlFailures.ofSql(server("42501", "This needs the permission asset:create."));

        assertThat(((Denied) failure).permission()).isEqualTo("asset:create");
        assertThat(((Denied) SqlFailures.ofSql(server("42501", "permission denied for table users"))).permission())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"42501,session,SESSION_ENDED", "42501,must_change,PASSWORD_CHANGE_REQUIRED", "28000,,SESSION_ENDED"})
    void theDoorSaysWhy(String state, String hint, DeniedReason reason) {
        Failure failure = SqlFailures.ofSql(
                hint == null ? server(state, "Sign in again.") : server(state, "Sign in again.", 'H', hint));

        assertThat(((Denied) failure).reason()).isEqualTo(reason);
    }

    @Test
    void aStaleRowNamesItsTypeAndKey() {
        Failure failure = SqlFailures.ofSql(server("40001", "changed", 't', "assets", 'H', "the-key"));

        assertThat(failure).isEqualTo(new Stale("ASSET", "the-key", "changed"));
    }

    @ParameterizedTest
    @CsvSource({
        "23505,assets_qr_code_key,qrCode,duplicate",
        "23505,users_username_lower_idx,username,duplicate",
        "23505,parts_pkey,id,duplicate",
        "23503,assets_type_fk,assetTypeId,unknown",
        "23514,assets_health_range,healthScore,range",
        "23514,work_orders_title_filled,title,required",
        "23514,last_administrator,'',lastAdministrator"
    })
    void aConstraintNamesItsField(String state, String constraint, String field, String rule) {
        Failure failure = SqlFailures.ofSql(server(state, "broken", 'n', constraint));

        assertThat(((Invalid) failure).violations()).containsExactly(new Failure.Violation(field, rule, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "23502,metric_name,name,required",
        "22001,serial_number,serialNumber,tooLong",
        "PSH02,parent_asset_id,parentAssetId,cycle",
        "PSH02,parent_location_id,parentLocationId,cycle"
    })
    void aColumnNamesItsField(String state, String column, String field, String rule) {
        Failure failure = SqlFailures.ofSql(server(state, "broken", 'c', column));

        assertThat(failure).isEqualTo(Invalid.of(field, rule));
    }

    @Test
    void ourOwnWordsArePassedOn() {
        assertThat(SqlFailures.ofSql(server("PSH03", "in use"))).isEqualTo(Invalid.of("", "inUse"));
        assertThat(SqlFailures.ofSql(server("PSH04", "too short", 'H', "tooShort")))
                .isEqualTo(Invalid.of("password", "passwordTooShort", "too short"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57014", "53300", "58000", "55P03", "28P01", "PSH01"})
    void aStoreThatIsAwayIsUnavailable(String state) {
        assertThat(SqlFailures.ofSql(server(state, "away")))
                .isEqualTo(new Unavailable(Failure.Store.RELATIONAL, "away"));
    }

    @Test
    void aPoolThatGaveUpIsUnavailableWhateverItsLastTrySaid() {
        assertThat(SqlFailures.ofSql(new SQLTransientConnectionException("gave up", "28000")))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void anythingElseIsUnexpected() {
        assertThat(SqlFailures.ofSql(server("42703", "no such column"))).isInstanceOf(Unexpected.class);
        assertThat(SqlFailures.translate(new IllegalArgumentException("odd")).failure())
                .isInstanceOf(Unexpected.class);
    }

    @Test
    void causesAreSearched() {
        FailureException known = new FailureException(Invalid.of("name", "required"));

        assertThat(SqlFailures.translate(new RuntimeException(known))).isSameAs(known);
        assertThat(SqlFailures.translate(new RuntimeException(new RuntimeException(server("28000", "ended"))))
                        .failure())
                .isInstanceOf(Denied.class);
        assertThat(SqlFailures.translate(new RuntimeException(new StaleStateException("stale")))
                        .failure())
                .isInstanceOf(Stale.class);
    }

    @Test
    void aLostConnectionIsKnown() {
        assertThat(SqlFailures.connectionLost(new SQLException("x", "08006"))).isTrue();
        assertThat(SqlFailures.connectionLost(new SQLException("x", "57P01"))).isTrue();
        assertThat(SqlFailures.connectionLost(new SQLException("x", "28000"))).isFalse();
    }

    /** An error as the server sends it: fields as letter and text pairs of the wire protocol. */
    private static PSQLException server(String state, String message, Object... fields) {
        StringBuilder wire = new StringBuilder("SERROR\0C" + state + "\0M" + message + "\0");
        for (int i = 0; i < fields.length; i += 2) {
            wire.append(fields[i]).append(fields[i + 1]).append('\0');
        }
        return new PSQLException(new ServerErrorMessage(wire.toString()));
    }
}
