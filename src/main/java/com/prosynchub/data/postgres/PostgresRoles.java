package com.prosynchub.data.postgres;

import com.prosynchub.data.RoleRepository;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.PermissionWord;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.RoleLine;
import com.prosynchub.model.access.RoleRules;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Roles through the door's functions; the list itself is the cached one of the accounts. Safe for all threads but one. */
final class PostgresRoles implements RoleRepository {
    private static final String PEOPLE = "select role_id, people, signed_in from auth.role_people()";
    private static final String SAVE = """
        select auth.role_save(cast(? as integer), ?, ?, ?, string_to_array(?, ','), string_to_array(?, ','),
            string_to_array(?, ','), cast(? as integer))
        """;
    private static final String MERGE = "select auth.role_merge(?, ?, ?, ?)";

    private final Link link;
    private final CachedList<Role> roles;

    PostgresRoles(Link link, CachedList<Role> roles) {
        this.link = link;
        this.roles = roles;
    }

    @Override
    public List<RoleLine> lines() {
        Map<Integer, RoleLine> counts = new HashMap<>();
        List<Role> all = roles.all();
        link.read(u -> u.stateless().createNativeQuery(PEOPLE, Object[].class).getResultList())
                .forEach(r -> all.stream()
                        .filter(role -> role.id() == number(r[0]))
                        .forEach(role -> counts.put(role.id(), new RoleLine(role, number(r[1]), number(r[2])))));
        return all.stream()
                .map(role -> counts.getOrDefault(role.id(), new RoleLine(role, 0, 0)))
                .toList();
    }

    @Override
    public List<PermissionWord> permissions() {
        return link
                .read(u -> u.stateless()
                        .createSelectionQuery("from PermissionEntity", PermissionEntity.class)
                        .getResultList())
                .stream()
                .flatMap(p -> Permission.parse(p.name).stream()
                        .map(known -> new PermissionWord(known, p.description == null ? "" : p.description)))
                .sorted(Comparator.comparing(
                                (PermissionWord w) -> w.permission().resource())
                        .thenComparing(w -> w.permission().action()))
                .toList();
    }

    @Override
    public Role create(Role role, @Nullable Integer like) {
        FieldChecks.demand(RoleRules.check(role));
        int id = write(
                () -> call(SAVE, null, 0, role.name(), role.description(), "", "", words(role.permissions()), like));
        return find(id).orElseThrow(() -> gone(id));
    }

    @Override
    public SaveResult<Role> save(Role role, Role base) {
        FieldChecks.demand(RoleRules.check(role));
        String known =
                words(permissions().stream().map(PermissionWord::permission).toList());
        return judged(role, role.id(), () -> {
            int id = write(() -> call(
                    SAVE,
                    role.id(),
                    base.revision(),
                    role.name(),
                    role.description(),
                    known,
                    words(base.permissions()),
                    words(role.permissions()),
                    null));
            return find(id).orElseThrow(() -> gone(id));
        });
    }

    @Override
    public SaveResult<Integer> delete(int id, int revision) {
        return Outcomes.deleted(id, () -> find(id), () -> execute("call app.role_delete(?, ?)", id, revision));
    }

    @Override
    public int merge(Role from, Role into) {
        return write(() -> call(MERGE, from.id(), from.revision(), into.id(), into.revision()));
    }

    @Override
    public void viewAs(int role) {
        execute("select auth.view_as(?)", role);
    }

    @Override
    public void stopViewing() {
        execute("select auth.view_end()");
    }

    private SaveResult<Role> judged(Role mine, int id, Supplier<Role> save) {
        try {
            return new SaveResult.Saved<>(save.get());
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.Stale)) {
                throw e;
            }
            roles.drop();
            return find(id).<SaveResult<Role>>map(theirs -> new SaveResult.Conflict<>(mine, theirs))
                    .orElseGet(() -> new SaveResult.Gone<>(mine));
        }
    }

    private <R> R write(Supplier<R> write) {
        return roles.changing(write);
    }

    private void execute(String call, Object... arguments) {
        write(() -> link.write(u -> {
            Writes.execute(u, call, arguments);
            return true;
        }));
    }

    private int call(String sql, @Nullable Object... arguments) {
        return link.write(u -> SqlRows.of(u, sql, r -> r.getInt(1), s -> {
                    for (int i = 0; i < arguments.length; i++) {
                        s.setObject(i + 1, arguments[i]);
                    }
                }))
                .getFirst();
    }

    private Optional<Role> find(int id) {
        return roles.all().stream().filter(role -> role.id() == id).findFirst();
    }

    private static String words(Collection<Permission> permissions) {
        Stream<String> words = permissions.stream().map(Permission::key).sorted();
        return String.join(",", words.toList());
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static FailureException gone(int id) {
        return new FailureException(new Failure.Stale("ROLE", Integer.toString(id), "it was deleted meanwhile"));
    }
}
