package com.prosynchub.service.workorder;

import static com.prosynchub.model.access.Action.CREATE;
import static com.prosynchub.model.access.Action.READ;
import static com.prosynchub.model.access.Resource.REQUEST;
import static com.prosynchub.model.access.Resource.WORK_ORDER;

import com.prosynchub.data.CommentRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.notice.Comment;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.CommentLine;
import com.prosynchub.service.access.AccessGate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What people say about work orders. The documents know nothing of rights, so the relational store is asked first whether
 * the person may see the order at all. Workers only; safe for all of them.
 */
public final class CommentService {
    /** The longest comment, in characters. */
    public static final int LONGEST = 4000;

    private final AccessGate gate;
    private final RelationalSession session;
    private final CommentRepository comments;
    private final Clock clock;
    /** Names of comments whose transaction failed, so that it is not known whether they are stored. */
    private final Map<Said, String> doubtful = new ConcurrentHashMap<>();

    private record Said(UUID order, UUID by, String text) {}

    public CommentService(AccessGate gate, RelationalSession session, CommentRepository comments, Clock clock) {
        this.gate = gate;
        this.session = session;
        this.comments = comments;
        this.clock = clock;
    }

    /** Oldest first; nothing for an order that is gone or not the person's to see. */
    public Page<CommentLine> of(UUID order, PageRequest page) {
        gate.require(WORK_ORDER, READ);
        if (session.workOrders().find(order).isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Page<Comment> found = comments.ofWorkOrder(order, page);
        Map<UUID, String> names = found.items().isEmpty()
                ? Map.of()
                : session.accounts()
                        .displayNames(
                                found.items().stream().map(Comment::userId).collect(Collectors.toSet()));
        return new Page<>(
                found.items().stream()
                        .map(c -> new CommentLine(c, names.getOrDefault(c.userId(), "")))
                        .toList(),
                found.next());
    }

    /**
     * Says something about an order; {@code Invalid} of {@code content} when it is blank or too long. Whoever may report a
     * fault may say something: to see an order is not enough, for who only reads leaves nothing behind.
     */
    public Comment say(UUID order, String content) {
        gate.require(WORK_ORDER, READ);
        gate.require(REQUEST, CREATE);
        String text = content.strip();
        FieldChecks.demand(new FieldChecks()
                .required("content", text)
                .longest("content", text, LONGEST)
                .when(session.workOrders().find(order).isEmpty(), "workOrderId", "unknown")
                .violations());
        Said said = new Said(order, gate.user().userId(), text);
        String id = doubtful.computeIfAbsent(said, key -> comments.newId());
        Comment comment = new Comment(id, order, said.by(), text, List.of(), clock.instant(), null);
        // The comment goes in before the commit that tells of it: a store that is away leaves neither. Should that
        // commit
        // fail, the comment is there already, and saying it again stores it under the same name, which is once.
        Comment stored = session.unitOfWork().inTransaction(() -> {
            session.workOrders().commented(order);
            return comments.insert(comment);
        });
        doubtful.remove(said);
        return stored;
    }
}
