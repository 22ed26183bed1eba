package com.prosynchub.model.workorder;

import com.prosynchub.model.notice.Comment;

/** A comment with its author's name; empty where nobody has it any more. */
public record CommentLine(Comment comment, String author) {}
