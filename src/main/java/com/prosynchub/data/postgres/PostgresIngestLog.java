package com.prosynchub.data.postgres;

import com.prosynchub.data.IngestLogRepository;
import com.prosynchub.model.ingest.DeadLetter;
import com.prosynchub.model.ingest.IngestCounts;
import com.prosynchub.model.ingest.IngestSource;
import com.prosynchub.model.ingest.LetterFilter;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.ingest.RefusedValue.Reason;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sources and refused values in PostgreSQL. Safe for all threads but the forbidden one. */
final class PostgresIngestLog implements IngestLogRepository {
    private static final String SOURCES = """
        select source, accepted, late, duplicates, refused, lost, newest, heard_at,
               case date_trunc('minute', app.utc_now())
                   when minute then last_minute when minute + interval '1 minute' then this_minute else 0 end as rate
        from app.ingest_sources order by source
        """;
    private static final String LETTERS = """
        select d.letter_id, d.source, d.asset_key, d.metric_name, d.value, d.unit, d.measured_at, d.reason, d.detail,
               d.refused_at, a.name
        from app.dead_letters d left join app.assets a on a.asset_id = d.asset_key
        """;
    private static final String PAGE = LETTERS + """
        where d.letter_id < ? and (?::text is null or d.source = ?) and (?::text is null or d.reason = ?)
          and (? = '' or strpos(lower(d.metric_name), ?) > 0 or strpos(lower(a.name), ?) > 0)
        order by d.letter_id desc limit ?
        """;

    private final Link link;

    PostgresIngestLog(Link link) {
        this.link = link;
    }

    @Override
    public List<IngestSource> sources() {
        return link.read(u -> SqlRows.of(u, SOURCES, PostgresIngestLog::source, s -> {}));
    }

    private static IngestSource source(ResultSet r) throws SQLException {
        return new IngestSource(
                r.getString("source"),
                new IngestCounts(
                        r.getLong("accepted"),
                        r.getLong("late"),
                        r.getLong("duplicates"),
                        r.getLong("refused"),
                        r.getLong("lost"),
                        instant(r, "newest")),
                r.getLong("rate"),
                Objects.requireNonNull(instant(r, "heard_at")));
    }

    @Override
    public Page<DeadLetter> letters(LetterFilter filter, PageRequest page) {
        String text = filter.text().strip().toLowerCase(java.util.Locale.ROOT);
        @Nullable
        String reason = filter.reason() == null ? null : filter.reason().name();
        return Cursor.page(
                "dead_letters",
                page,
                List.of(String.valueOf(Long.MAX_VALUE)),
                (key, limit) -> {
                    long before = Long.parseLong(key.getFirst());
                    return link.read(u -> SqlRows.of(u, PAGE, PostgresIngestLog::letter, s -> {
                        s.setLong(1, before);
                        s.setString(2, filter.source());
                        s.setString(3, filter.source());
                        s.setString(4, reason);
                        s.setString(5, reason);
                        s.setString(6, text);
                        s.setString(7, text);
                        s.setString(8, text);
                        s.setInt(9, limit.maxResults());
                    }));
                },
                letter -> List.of(String.valueOf(letter.id())),
                letter -> letter);
    }

    @Override
    public List<DeadLetter> letters(Collection<Long> ids) {
        return link.read(u -> SqlRows.of(
                u,
                LETTERS + " where d.letter_id = any (?) order by d.letter_id",
                PostgresIngestLog::letter,
                s -> s.setArray(1, u.connection().createArrayOf("bigint", ids.toArray()))));
    }

    private static DeadLetter letter(ResultSet r) throws SQLException {
        OffsetDateTime at = r.getObject("measured_at", OffsetDateTime.class);
        return new DeadLetter(
                r.getLong("letter_id"),
                r.getString("source"),
                new RefusedValue(
                        r.getObject("asset_key", UUID.class),
                        r.getString("metric_name"),
                        r.getDouble("value"),
                        r.getString("unit"),
                        at == null ? null : at.toInstant(),
                        reason(r.getString("reason")),
                        r.getString("detail")),
                r.getString("name"),
                Objects.requireNonNull(instant(r, "refused_at")));
    }

    /** A reason that a newer program wrote is shown as what can not be mended here. */
    private static Reason reason(String word) {
        return Arrays.stream(Reason.values())
                .filter(known -> known.name().equals(word))
                .findFirst()
                .orElse(Reason.UNREADABLE);
    }

    @Override
    public int settle(Collection<Long> done, Map<Long, RefusedValue> again) {
        return link.write(u -> {
            try (PreparedStatement s = u.connection().prepareStatement("select app.settle_dead_letters(?, ?, ?, ?)")) {
                List<Long> ids = List.copyOf(again.keySet());
                s.setArray(1, u.connection().createArrayOf("bigint", done.toArray()));
                s.setArray(2, u.connection().createArrayOf("bigint", ids.toArray()));
                s.setArray(3, u.connection().createArrayOf("text", texts(ids, again, false)));
                s.setArray(4, u.connection().createArrayOf("text", texts(ids, again, true)));
                try (ResultSet r = s.executeQuery()) {
                    r.next();
                    return r.getInt(1);
                }
            } catch (SQLException e) {
                throw SqlFailures.translate(e);
            }
        });
    }

    private static Object[] texts(List<Long> ids, Map<Long, RefusedValue> again, boolean detail) {
        return ids.stream()
                .map(again::get)
                .map(value -> detail ? value.detail() : value.reason().name())
                .toArray();
    }

    private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
        return Times.instant(r.getObject(column, LocalDateTime.class));
    }
}
