package com.prosynchub.data.postgres;

import com.prosynchub.data.TrendViewRepository;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.SavedPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Saved pages of charts in PostgreSQL. Safe for all threads but the forbidden one. */
final class PostgresTrendViews implements TrendViewRepository {
    private static final String READ = """
        select v.view_id, v.owner_id, v.role_id, v.name, v.page::text as page, v.row_version from app.trend_views v
        """;

    private static final String SAVE = "select auth.save_trend_view(?, ?, ?::integer, ?::jsonb, ?::integer)";
    private static final String DELETE = "call app.trend_view_delete(?, ?)";

    private final Link link;

    PostgresTrendViews(Link link) {
        this.link = link;
    }

    @Override
    public List<SavedPage> all() {
        return link.read(u -> SqlRows.of(
                u, READ + "order by lower(v.name), v.view_id limit 1000", PostgresTrendViews::view, s -> {}));
    }

    @Override
    public SavedPage insert(SavedPage view) {
        save(view, null);
        return find(view.id())
                .orElseThrow(() -> new FailureException(
                        new Failure.Stale("TREND_VIEW", view.id().toString(), "it can not be read back")));
    }

    @Override
    public SaveResult<SavedPage> update(SavedPage view) {
        return Outcomes.saved(view, () -> find(view.id()), () -> save(view, view.revision()));
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

    @Override
    public Map<Integer, String> roles() {
        Map<Integer, String> roles = new LinkedHashMap<>();
        link.read(u ->
                SqlRows.of(u, "select * from auth.view_roles()", r -> roles.put(r.getInt(1), r.getString(2)), s -> {}));
        return roles;
    }

    private void save(SavedPage view, @Nullable Integer revision) {
        link.write(u -> {
            SqlRows.of(u, SAVE, r -> true, s -> {
                s.setObject(1, view.id());
                s.setString(2, view.name());
                s.setObject(3, view.roleId(), Types.INTEGER);
                s.setString(4, TrendPageText.of(view.page()));
                s.setObject(5, revision, Types.INTEGER);
            });
            return null;
        });
    }

    private Optional<SavedPage> find(UUID id) {
        return link
                .read(u ->
                        SqlRows.of(u, READ + "where v.view_id = ?", PostgresTrendViews::view, s -> s.setObject(1, id)))
                .stream()
                .findFirst();
    }

    private static SavedPage view(ResultSet r) throws SQLException {
        return new SavedPage(
                r.getObject("view_id", UUID.class),
                r.getObject("owner_id", UUID.class),
                r.getObject("role_id", Integer.class),
                r.getString("name"),
                TrendPageText.read(r.getString("page")),
                r.getInt("row_version"));
    }
}
