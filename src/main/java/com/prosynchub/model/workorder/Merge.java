package com.prosynchub.model.workorder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two edits of one work order that began from the same version: each field that one of them changed is taken from that one,
 * and where both changed it differently somebody must say which stays.
 *
 * @param theirs what is stored now
 * @param mineFirst both edits, with mine where both changed a field; carries the stored revision
 * @param theirsFirst both edits, with theirs where both changed a field; carries the stored revision
 * @param fields that both changed, to different values
 */
public record Merge(WorkOrder theirs, WorkOrder mineFirst, WorkOrder theirsFirst, List<Field> fields) {
    public Merge {
        fields = List.copyOf(fields);
    }

    /**
     * A field that both changed.
     *
     * @param name as in {@link WorkOrder}
     */
    public record Field(
            String name,
            @Nullable Object before,
            @Nullable Object mine,
            @Nullable Object theirs) {}

    /** Merges {@code mine} and {@code theirs}, which were both made from {@code base}. */
    public static Merge of(WorkOrder base, WorkOrder mine, WorkOrder theirs) {
        Picker picker = new Picker(base, mine, theirs);
        WorkOrder mineFirst = merged(picker, true);
        WorkOrder theirsFirst = merged(picker, false);
        List<Field> both = new ArrayList<>();
        picker.both(both, "title", WorkOrder::title);
        picker.both(both, "description", WorkOrder::description);
        picker.both(both, "assetId", WorkOrder::assetId);
        picker.both(both, "status", WorkOrder::status);
        picker.both(both, "priority", WorkOrder::priority);
        picker.both(both, "type", WorkOrder::type);
        picker.both(both, "assignedToId", WorkOrder::assignedToId);
        picker.both(both, "estimatedHours", WorkOrder::estimatedHours);
        picker.both(both, "actualHours", WorkOrder::actualHours);
        picker.both(both, "dueDate", WorkOrder::dueDate);
        picker.both(both, "completionDate", WorkOrder::completionDate);
        return new Merge(theirs, mineFirst, theirsFirst, both);
    }

    private static WorkOrder merged(Picker p, boolean mineFirst) {
        WorkOrder theirs = p.theirs();
        return new WorkOrder(
                theirs.id(),
                p.sure(mineFirst, WorkOrder::title),
                p.pick(mineFirst, WorkOrder::description),
                p.pick(mineFirst, WorkOrder::assetId),
                p.sure(mineFirst, WorkOrder::status),
                p.sure(mineFirst, WorkOrder::priority),
                p.pick(mineFirst, WorkOrder::type),
                p.pick(mineFirst, WorkOrder::assignedToId),
                p.pick(mineFirst, WorkOrder::estimatedHours),
                p.pick(mineFirst, WorkOrder::actualHours),
                p.pick(mineFirst, WorkOrder::dueDate),
                p.pick(mineFirst, WorkOrder::completionDate),
                theirs.createdAt(),
                theirs.updatedAt(),
                theirs.createdBy(),
                theirs.updatedBy(),
                theirs.revision());
    }

    private record Picker(WorkOrder base, WorkOrder mine, WorkOrder theirs) {
        <T> T sure(boolean mineFirst, Function<WorkOrder, T> field) {
            T picked = pick(mineFirst, field::apply);
            return picked == null ? field.apply(theirs) : picked;
        }

        <T> @Nullable T pick(boolean mineFirst, Function<WorkOrder, @Nullable T> field) {
            T before = field.apply(base);
            T ours = field.apply(mine);
            boolean taken = !same(ours, before) && (mineFirst || same(field.apply(theirs), before));
            return taken ? ours : field.apply(theirs);
        }

        <T> void both(List<Field> found, String name, Function<WorkOrder, @Nullable T> field) {
            T before = field.apply(base);
            T ours = field.apply(mine);
            T others = field.apply(theirs);
            if (!same(ours, before) && !same(others, before) && !same(ours, others)) {
                found.add(new Field(name, before, ours, others));
            }
        }

        /** Two figures that differ only in zeros behind the point are the same. */
        private static boolean same(@Nullable Object one, @Nullable Object other) {
            return one instanceof BigDecimal a && other instanceof BigDecimal b
                    ? a.compareTo(b) == 0
                    : Objects.equals(one, other);
        }
    }
}
