package com.prosynchub.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.access.AccountFilter;
import com.prosynchub.model.access.AccountLine;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of accounts and its search on 10,000 people. */
class TenThousandUsersIT {
    private static final TestSite SITE = TestSite.fresh();

    @BeforeAll
    static void fill() {
        SITE.execute("""
            do $$
            begin
                set local session_replication_role = replica;
                insert into app.users (user_id, username, email, password, first_name, last_name, role_id, department)
                select gen_random_uuid(), 'u' || lpad(n::text, 5, '0'), 'u' || n || '@plant.example', '-',
                    'First' || n % 90, 'Last' || md5(n::text), (select role_id from app.roles where name = 'Viewer'),
                    case when n = 7777 then '100% cooling_hall' end
                from generate_series(1, 10000) n;
            end $$
            """);
        SITE.execute("vacuum analyze app.users");
    }

    private static long searches() {
        return Long.parseLong(
                SITE.single("select idx_scan from pg_stat_user_indexes where indexrelname = 'users_words_trgm_idx'"));
    }

    private static Page<AccountLine> search(RelationalSession session, String text) {
        return session.accounts().lines(new AccountFilter(text, null, null), PageRequest.first(100));
    }

    @Test
    void aSearchGoesByTheIndexAndFindsWhatIsTypedToTheLetter() {
        long before = searches();
        try (RelationalSession admin = SITE.session("Administrator")) {
            long began = System.nanoTime();
            assertThat(search(admin, "U07777@PLANT").items()).isEmpty();
            assertThat(search(admin, "u7777@plant").items()).hasSize(1);
            assertThat(search(admin, "100% cooling_").items()).hasSize(1);
            assertThat(search(admin, "100_ cooling%").items()).isEmpty();
            assertThat(search(admin, "\\").items()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        }
        // The server counts a session's use of an index when the session is over.
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (searches() < before + 4 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(searches()).as("uses of the index").isGreaterThanOrEqualTo(before + 4);
    }

    @Test
    void pagesGoOnBehindTheLastRowWithoutGapOrRepeat() {
        try (RelationalSession admin = SITE.session("Administrator")) {
            String last = "";
            int seen = 0;
            PageRequest request = PageRequest.first(1000);
            while (true) {
                Page<AccountLine> page = admin.accounts().lines(AccountFilter.all(), request);
                for (AccountLine line : page.items()) {
                    assertThat(line.account().username().compareTo(last)).isPositive();
                    last = line.account().username();
                    seen++;
                }
                if (page.next() == null) {
                    break;
                }
                request = request.next(page.next());
            }
            assertThat(seen).isEqualTo(Integer.parseInt(SITE.single("select count(*) from app.users")));
        }
    }
}
