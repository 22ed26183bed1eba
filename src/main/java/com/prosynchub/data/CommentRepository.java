package com.prosynchub.data;

import com.prosynchub.model.notice.Comment;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.UUID;

/** Comments on work orders. */
public interface CommentRepository {
    Comment insert(Comment comment);

    /** Oldest first. */
    Page<Comment> ofWorkOrder(UUID workOrderId, PageRequest page);
}
