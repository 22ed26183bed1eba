package com.prosynchub.data.postgres.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.MigratedPostgres;
import com.prosynchub.fixture.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins of workstations come and go by name, and one can not use up the server. */
class WorkstationAdminIT {
    private static final String DATABASE = MigratedPostgres.freshDatabase();
    private final WorkstationAdmin admin = new WorkstationAdmin(MigratedPostgres.source(DATABASE, TestPostgres.USER));

    @Test
    void aLoginIsMadeListedAndRemoved() throws SQLException {
        assertThat(admin.add("line_7", "a password")).isEqualTo("ws_line_7");
        admin.add("line_7", MigratedPostgres.PASSWORD);
        assertThat(admin.list()).anySatisfy(found -> {
            assertThat(found.name()).isEqualTo("line_7");
            assertThat(found.login()).isEqualTo("ws_line_7");
            assertThat(found.connections()).isZero();
        });
        try (Connection open = MigratedPostgres.connect(DATABASE, "ws_line_7", null);
                Statement statement = open.createStatement()) {
            statement.execute("SELECT * FROM auth.site_info()");
            assertThat(admin.remove("line_7")).isTrue();
            assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
        }
        assertThat(admin.remove("line_7")).isFalse();
        assertThat(admin.list()).noneMatch(found -> "line_7".equals(found.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7up", "a b", "a'b", "Ä", "a-b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void aNameThatCanNotBeOneIsRefused(String name) {
        assertThatThrownBy(() -> admin.add(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fortyConnectionsAreEnoughForOne() throws SQLException {
        admin.add("greedy", MigratedPostgres.PASSWORD);
        List<Connection> open = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 41; i++) {
                            open.add(MigratedPostgres.connect(DATABASE, "ws_greedy", null));
                        }
                    })
                    .isInstanceOf(SQLException.class);
            assertThat(open).hasSize(40);
            MigratedPostgres.workstation(DATABASE, null).close();
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
            admin.remove("greedy");
        }
    }
}
