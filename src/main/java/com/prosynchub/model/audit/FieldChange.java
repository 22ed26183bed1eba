package com.prosynchub.model.audit;

import org.jspecify.annotations.Nullable;

/**
 * One field of a record before and after an action.
 *
 * @param field the column's name
 * @param before null where it was empty
 * @param after null where it is empty
 */
public record FieldChange(
        String field, @Nullable Object before, @Nullable Object after) {}
