package com.prosynchub.data.mongo;

import com.prosynchub.model.notice.Comment;
import com.prosynchub.model.notice.Comment.Attachment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Documents of {@code workOrderComments}. */
final class CommentCodec extends ReadWrite<Comment> {
    CommentCodec() {
        super(Comment.class);
    }

    @Override
    void write(BsonWriter out, Comment comment) {
        Out.id(out, comment.id());
        Out.uuid(out, "work_order_id", comment.workOrderId());
        Out.uuid(out, "user_id", comment.userId());
        Out.text(out, "content", comment.content());
        out.writeStartArray("attachments");
        for (Attachment file : comment.attachments()) {
            out.writeStartDocument();
            Out.text(out, "filename", file.filename());
            Out.text(out, "url", file.url());
            Out.text(out, "file_type", file.fileType());
            out.writeInt64("file_size", file.size());
            out.writeEndDocument();
        }
        out.writeEndArray();
        Out.time(out, "created_at", comment.createdAt());
        Out.time(out, "updated_at", comment.updatedAt());
    }

    @Override
    Comment read(BsonReader in) {
        var it = new Object() {
            @Nullable
            String id;

            @Nullable
            UUID order;

            @Nullable
            UUID user;

            @Nullable
            String content;

            List<Attachment> files = List.of();

            @Nullable
            Instant created;

            @Nullable
            Instant updated;
        };
        In.fields(in, field -> {
            switch (field) {
                case "_id" -> it.id = in.readObjectId().toHexString();
                case "work_order_id" -> it.order = In.uuid(in);
                case "user_id" -> it.user = In.uuid(in);
                case "content" -> it.content = in.readString();
                case "attachments" -> it.files = attachments(in);
                case "created_at" -> it.created = In.time(in);
                case "updated_at" -> it.updated = In.time(in);
                default -> in.skipValue();
            }
        });
        return new Comment(
                it.id,
                In.required("work_order_id", it.order),
                In.required("user_id", it.user),
                In.required("content", it.content),
                it.files,
                In.required("created_at", it.created),
                it.updated);
    }

    private static List<Attachment> attachments(BsonReader in) {
        List<Attachment> files = new ArrayList<>();
        in.readStartArray();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            files.add(attachment(in));
        }
        in.readEndArray();
        return files;
    }

    private static Attachment attachment(BsonReader in) {
        var it = new Object() {
            @Nullable
            String filename;

            @Nullable
            String url;

            @Nullable
            String type;

            long size;
        };
        In.fields(in, field -> {
            switch (field) {
                case "filename" -> it.filename = in.readString();
                case "url" -> it.url = in.readString();
                case "file_type" -> it.type = in.readString();
                case "file_size" -> it.size = In.whole(in);
                default -> in.skipValue();
            }
        });
        return new Attachment(
                In.required("attachments.filename", it.filename),
                In.required("attachments.url", it.url),
                In.required("attachments.file_type", it.type),
                it.size);
    }
}
