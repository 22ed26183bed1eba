package com.prosynchub.data.postgres;

import com.prosynchub.data.MetricNoteRepository;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.MetricNote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes at the time axis in PostgreSQL. Safe for all threads but the forbidden one. */
final class PostgresMetricNotes implements MetricNoteRepository {
    private static final String READ = """
        select n.note_id, n.asset_id, n.metric_name, n.begins_at, n.ends_at, n.note, n.author_id, n.created_at,
            n.row_version, coalesce(nullif(btrim(concat_ws(' ', p.first_name, p.last_name)), ''), p.username) as person
        from app.metric_notes n left join app.user_names p on p.user_id = n.author_id
        """;

    private static final String DURING = READ + """
        where n.asset_id = any (?) and n.begins_at < ? and coalesce(n.ends_at, n.begins_at) >= ?
        order by n.begins_at desc, n.note_id limit ?
        """;

    private static final String SAVE = "select auth.save_metric_note(?, ?, ?, ?, ?, ?, ?::integer)";
    private static final String DELETE = "call app.metric_note_delete(?, ?)";

    private final Link link;

    PostgresMetricNotes(Link link) {
        this.link = link;
    }

    @Override
    public List<MetricNote> during(Collection<UUID> assets, Instant from, Instant to, int limit) {
        if (assets.isEmpty()) {
            return List.of();
        }
        return link.read(u -> SqlRows.of(u, DURING, PostgresMetricNotes::note, s -> {
            s.setArray(1, s.getConnection().createArrayOf("uuid", assets.toArray()));
            s.setObject(2, to.atOffset(ZoneOffset.UTC));
            s.setObject(3, from.atOffset(ZoneOffset.UTC));
            s.setInt(4, limit);
        }));
    }

    @Override
    public MetricNote insert(MetricNote note) {
        save(note, null);
        return find(note.id())
                .orElseThrow(() -> new FailureException(
                        new Failure.Stale("METRIC_NOTE", note.id().toString(), "it can not be read back")));
    }

    @Override
    public SaveResult<MetricNote> update(MetricNote mine) {
        return Outcomes.saved(mine, () -> find(mine.id()), () -> save(mine, mine.revision()));
    }

    @Override
    public SaveResult<UUID> delete(UUID id, int revision) {
        return Outcomes.deleted(
                id,
                () -> find(id),
                () -> link.write(u -> {
                    Writes.execute(u, DELETE, id, revision);
                    return null;
                }));
    }

    private void save(MetricNote note, @Nullable Integer revision) {
        Instant end = note.to();
        link.write(u -> {
            SqlRows.of(u, SAVE, r -> true, s -> {
                s.setObject(1, note.id());
                s.setObject(2, note.assetId());
                s.setString(3, note.metric());
                s.setObject(4, note.from().atOffset(ZoneOffset.UTC));
                s.setObject(5, end == null ? null : end.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
                s.setString(6, note.text());
                s.setObject(7, revision, Types.INTEGER);
            });
            return null;
        });
    }

    private Optional<MetricNote> find(UUID id) {
        return link
                .read(u ->
                        SqlRows.of(u, READ + "where n.note_id = ?", PostgresMetricNotes::note, s -> s.setObject(1, id)))
                .stream()
                .findFirst();
    }

    private static MetricNote note(ResultSet r) throws SQLException {
        OffsetDateTime end = r.getObject("ends_at", OffsetDateTime.class);
        return new MetricNote(
                r.getObject("note_id", UUID.class),
                r.getObject("asset_id", UUID.class),
                r.getString("metric_name"),
                r.getObject("begins_at", OffsetDateTime.class).toInstant(),
                end == null ? null : end.toInstant(),
                r.getString("note"),
                r.getObject("author_id", UUID.class),
                r.getString("person"),
                Times.instant(r.getObject("created_at", LocalDateTime.class)),
                r.getInt("row_version"));
    }
}
