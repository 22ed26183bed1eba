package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.change.Change;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is heard on the channel; anybody may send anything there. */
class PostgresChangeFeedTest {

    @Test
    void readsTableKindAndIds() {
        assertThat(PostgresChangeFeed.parse("assets|U|a,b,a"))
                .contains(new Change("assets", Change.Kind.UPDATED, Set.of("a", "b")));
        assertThat(PostgresChangeFeed.parse("role_permissions|I|1/2"))
                .contains(new Change("role_permissions", Change.Kind.INSERTED, Set.of("1/2")));
        assertThat(PostgresChangeFeed.parse("parts|D|*")).get().satisfies(c -> {
            assertThat(c.kind()).isEqualTo(Change.Kind.DELETED);
            assertThat(c.anyRow()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "assets", "assets|U", "|U|1", "assets|X|1", "assets|MISSED|1"})
    void passesOverWhatIsNoChange(String payload) {
        assertThat(PostgresChangeFeed.parse(payload)).isEmpty();
    }
}
