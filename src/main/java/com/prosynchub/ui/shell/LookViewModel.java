package com.prosynchub.ui.shell;

import com.prosynchub.service.access.RoleService;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.ui.kit.task.TaskRunner;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Whether the person only looks at the window of another role, and the way out of that. FX thread. */
public final class LookViewModel {
    private final SessionAccessGate gate;
    private final RoleService roles;
    private final TaskRunner tasks;
    private final ReadOnlyStringWrapper role = new ReadOnlyStringWrapper("");

    public LookViewModel(SessionAccessGate gate, RoleService roles, TaskRunner tasks) {
        this.gate = gate;
        this.roles = roles;
        this.tasks = tasks;
        follow();
    }

    /** Asks the gate again; answers whether a look began or ended. */
    public boolean follow() {
        String before = role.get();
        role.set(gate.isViewing() ? gate.user().roleName() : "");
        return !before.equals(role.get());
    }

    /** Gives the person the own rights back; the window follows as after any change of a role. */
    public void stop() {
        tasks.run(() -> {
                    roles.stopViewing();
                    return true;
                })
                .start();
    }

    /** The role that is looked at; empty for none. */
    public ReadOnlyStringProperty roleProperty() {
        return role.getReadOnlyProperty();
    }
}
