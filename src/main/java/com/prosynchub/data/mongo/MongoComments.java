package com.prosynchub.data.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.prosynchub.data.CommentRepository;
import com.prosynchub.data.DocumentRules;
import com.prosynchub.model.notice.Comment;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.UUID;

/** {@code workOrderComments}. Safe for all threads. */
final class MongoComments implements CommentRepository {
    private final MongoCollection<Comment> collection;
    private final KeysetPager<Comment> pager;

    MongoComments(MongoCollection<Comment> collection) {
        this.collection = collection;
        this.pager = new KeysetPager<>(collection, "created_at", false);
    }

    @Override
    public String newId() {
        return Inserts.idOrNew(null);
    }

    @Override
    public Comment insert(Comment comment) {
        DocumentRules.check(comment);
        Comment stored = new Comment(
                Inserts.idOrNew(comment.id()),
                comment.workOrderId(),
                comment.userId(),
                comment.content(),
                comment.attachments(),
                comment.createdAt(),
                comment.updatedAt());
        Inserts.once(collection, stored);
        return stored;
    }

    @Override
    public Page<Comment> ofWorkOrder(UUID workOrderId, PageRequest page) {
        return pager.page(eq("work_order_id", workOrderId), page);
    }
}
