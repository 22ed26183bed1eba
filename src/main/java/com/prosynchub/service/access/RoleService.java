package com.prosynchub.service.access;

import static com.prosynchub.model.access.Action.CREATE;
import static com.prosynchub.model.access.Action.DELETE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Action.UPDATE;
import static com.prosynchub.model.access.Resource.ROLE;
import static com.prosynchub.model.access.Resource.USER;

import com.prosynchub.data.RoleRepository;
import com.prosynchub.data.UnitOfWork;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.access.PermissionWord;
import com.prosynchub.model.access.Role;
import com.prosynchub.model.access.RoleLine;
import com.prosynchub.model.access.RoleRules;
import com.prosynchub.model.access.SignedInUser;
import com.prosynchub.model.failure.Failure.Denied;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Manages roles. Nobody changes the own one or reaches above the own rank; the database asks the same again. Workers only;
 * safe for all of them.
 */
public final class RoleService {
    private final AccessGate gate;
    private final RoleRepository roles;
    private final UnitOfWork work;

    public RoleService(AccessGate gate, RoleRepository roles, UnitOfWork work) {
        this.gate = gate;
        this.roles = roles;
        this.work = work;
    }

    /** All roles by name, with the people who hold them. */
    public List<RoleLine> list() {
        gate.require(ROLE, READ);
        return roles.lines();
    }

    /** Every permission with what it allows, by resource and action. */
    public List<PermissionWord> permissions() {
        gate.require(ROLE, READ);
        return roles.permissions();
    }

    /** Makes a role, as a copy of {@code like} where that is given, whose scope it takes along. */
    public Role create(Role role, @Nullable Integer like) {
        gate.require(ROLE, CREATE);
        FieldChecks.demand(RoleRules.check(role));
        demandGrants(role.permissions());
        return roles.create(role, like);
    }

    /**
     * Saves name, description and permissions at once, unless somebody changed any of it since {@code base} was read.
     *
     * @param reason recorded with it; blank for none
     */
    public SaveResult<Role> save(Role role, Role base, String reason) {
        gate.require(ROLE, UPDATE);
        FieldChecks.demand(RoleRules.check(role));
        demandReach(base);
        if (!role.permissions().equals(base.permissions())) {
            demandOther(base);
            Set<Permission> added = new HashSet<>(role.permissions());
            added.removeAll(base.permissions());
            demandGrants(added);
        }
        return work.because(reason, () -> roles.save(role, base));
    }

    /** Deletes a role that nobody holds; the reason is recorded with it, blank for none. */
    public SaveResult<Integer> delete(Role role, String reason) {
        gate.require(ROLE, DELETE);
        demandReach(role);
        return work.because(reason, () -> roles.delete(role.id(), role.revision()));
    }

    /** Gives everybody of {@code from} the role {@code into}, which ends their sessions, and deletes {@code from}. */
    public int merge(Role from, Role into, String reason) {
        gate.require(ROLE, DELETE);
        gate.require(USER, UPDATE);
        demandOther(from);
        demandReach(from);
        demandReach(into);
        return work.because(reason, () -> roles.merge(from, into));
    }

    /** Shows this person's window as the role would see it, read-only, until {@link #stopViewing}. */
    public void viewAs(Role role) {
        gate.require(ROLE, READ);
        gate.require(ROLE, UPDATE);
        gate.require(USER, UPDATE);
        roles.viewAs(role.id());
    }

    @Unrestricted("takes nothing but the look away")
    public void stopViewing() {
        roles.stopViewing();
    }

    private void demandOther(Role role) {
        if (RoleRules.isOwn(gate.user(), role)) {
            throw new FailureException(new Denied(DeniedReason.OWN_ROLE, null, role.name()));
        }
    }

    private void demandReach(Role role) {
        if (!RoleRules.mayReach(gate.user(), role)) {
            throw new FailureException(
                    new Denied(DeniedReason.PERMISSION, null, role.name() + " holds more than the person"));
        }
    }

    private void demandGrants(Set<Permission> added) {
        SignedInUser user = gate.user();
        added.stream().filter(p -> !RoleRules.mayGrant(user, p)).findFirst().ifPresent(p -> {
            throw new FailureException(new Denied(DeniedReason.PERMISSION, p.key(), "not held by the person"));
        });
    }
}
