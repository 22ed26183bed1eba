package com.prosynchub.data;

import com.prosynchub.model.notice.Comment;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.UUID;

/** Comments on work orders. */
public interface CommentRepository {
    /** A new name for a comment, for whoever may have to say it again under the same. */
    String newId();

    /** Stores one and returns it with its id; one that carries an id already is stored under it, and once only. */
    Comment insert(Comment comment);

    /** Oldest first. */
    Page<Comment> ofWorkOrder(UUID workOrderId, PageRequest page);
}
