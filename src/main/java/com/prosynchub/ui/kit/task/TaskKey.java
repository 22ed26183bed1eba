package com.prosynchub.ui.kit.task;

/**
 * Names a question of which only the newest answer counts.
 *
 * @param owner who asks, usually the ViewModel itself; compared by identity
 * @param name what is asked, such as {@code "detail"}
 */
public record TaskKey(Object owner, String name) {
    public static TaskKey of(Object owner, String name) {
        return new TaskKey(owner, name);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // who asks is one object, not any that is equal to it
    public boolean equals(Object other) {
        return other instanceof TaskKey key && key.owner == owner && key.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(owner) + name.hashCode();
    }
}
