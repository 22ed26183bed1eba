package com.prosynchub.service.trend;

import static com.prosynchub.model.access.Action.ACKNOWLEDGE;
import static com.prosynchub.model.access.Action.CONFIGURE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.ASSET;
import static com.prosynchub.model.access.Resource.METRIC;

import com.prosynchub.data.MetricNoteRepository;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.metric.MetricNote;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.Unrestricted;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Notes at the time axis. Whoever answers for the state of the plant writes them, planners and operators; only the author
 * changes one. Workers only; safe for all of them.
 */
public final class MetricNoteService {
    /** {@link #during} answers no more than these, the newest. */
    public static final int CAP = 500;

    private final AccessGate gate;
    private final MetricNoteRepository notes;
    private final UUID user;

    /** @param user who is signed in */
    public MetricNoteService(AccessGate gate, MetricNoteRepository notes, UUID user) {
        this.gate = gate;
        this.notes = notes;
        this.user = user;
    }

    /** Notes of these assets that touch {@code [from, to)}, newest first; at most {@link #CAP}. */
    public List<MetricNote> during(Collection<UUID> assets, Instant from, Instant to) {
        gate.require(METRIC, READ);
        if (!from.isBefore(to)) {
            throw new FailureException(Failure.Invalid.of("to", "order", "from"));
        }
        return notes.during(assets, from, to, CAP);
    }

    /** Keeps a new one under the person's name; the same id again keeps it once. */
    public MetricNote create(MetricNote note) {
        requireNoting();
        gate.require(METRIC, READ);
        FieldChecks.demand(check(note));
        return notes.insert(note);
    }

    /** Saves words and time of the person's own. */
    public SaveResult<MetricNote> save(MetricNote note) {
        requireNoting();
        gate.require(METRIC, READ);
        FieldChecks.demand(check(note));
        return notes.update(note);
    }

    /** Takes one of the person's own away. */
    public SaveResult<UUID> delete(UUID id, int revision) {
        requireNoting();
        gate.require(METRIC, READ);
        return notes.delete(id, revision);
    }

    /** Whether the person may write notes. */
    @Unrestricted("tells the caller only what the caller may do")
    public boolean mayNote() {
        return gate.may(METRIC, CONFIGURE) || gate.may(ASSET, ACKNOWLEDGE);
    }

    /** Whether the person may change this note. */
    @Unrestricted("tells the caller only what the caller may do")
    public boolean mayChange(MetricNote note) {
        return mayNote() && note.authorId().equals(user);
    }

    /** In whose name notes are written. */
    @Unrestricted("a fact about the caller")
    public UUID author() {
        return user;
    }

    private void requireNoting() {
        if (gate.may(ASSET, ACKNOWLEDGE)) {
            gate.require(ASSET, ACKNOWLEDGE);
        } else {
            gate.require(METRIC, CONFIGURE);
        }
    }

    private static List<Violation> check(MetricNote note) {
        Instant end = note.to();
        return new FieldChecks()
                .required("note", note.text())
                .longest("note", note.text(), MetricNote.TEXT)
                .when(end != null && !end.isAfter(note.from()), "to", "order", "from")
                .violations();
    }
}
