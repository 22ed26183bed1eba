package com.prosynchub.data.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.Failure.DeniedReason;
import com.prosynchub.model.failure.Failure.Store;
import com.prosynchub.model.failure.FailureException;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonSerializationException;

/** The one place where the driver's exceptions become failures. Stateless. */
final class Calls {
    private static final int UNAUTHORIZED = 13;
    private static final int VALIDATION = 121;
    private static final int TOO_LARGE = 10334;

    private Calls() {}

    static void run(Runnable call) {
        get(() -> {
            call.run();
            return Boolean.TRUE;
        });
    }

    static <T> T get(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException thrown) {
            throw new FailureException(failureOf(thrown), thrown);
        } catch (BsonSerializationException malformed) {
            throw new FailureException(Failure.Invalid.of("", "document"), malformed);
        }
    }

    static Failure failureOf(MongoException thrown) {
        return switch (thrown) {
            case MongoTimeoutException _,
                    MongoSocketException _,
                    MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _,
                    MongoSecurityException _,
                    MongoWriteConcernException _,
                    MongoExecutionTimeoutException _,
                    MongoInterruptedException _ -> down(thrown);
            case MongoWriteException write ->
                ofCode(
                        write.getError().getCode(),
                        write.getError().getMessage(),
                        write.getError().getDetails(),
                        write);
            case MongoBulkWriteException bulk -> ofBulk(bulk);
            case MongoClientException _ -> down(thrown);
            default -> ofCode(thrown.getCode(), text(thrown), new BsonDocument(), thrown);
        };
    }

    private static Failure ofBulk(MongoBulkWriteException bulk) {
        if (bulk.getWriteConcernError() != null) {
            return down(bulk);
        }
        return bulk.getWriteErrors().stream()
                .filter(e -> e.getCategory() != ErrorCategory.DUPLICATE_KEY)
                .findFirst()
                .map(e -> ofCode(e.getCode(), e.getMessage(), e.getDetails(), bulk))
                .orElseGet(() -> Failure.Invalid.of("", "duplicate"));
    }

    private static Failure ofCode(int code, String message, BsonDocument info, MongoException thrown) {
        if (ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY) {
            return Failure.Invalid.of("", "duplicate");
        }
        return switch (code) {
            case VALIDATION -> RefusedField.of(info);
            case TOO_LARGE -> Failure.Invalid.of("", "document");
            case UNAUTHORIZED -> new Failure.Denied(DeniedReason.PERMISSION, null, message);
            default ->
                thrown.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                                || thrown.hasErrorLabel("RetryableWriteError")
                        ? down(thrown)
                        : new Failure.Unexpected(message);
        };
    }

    private static Failure down(MongoException thrown) {
        return new Failure.Unavailable(Store.DOCUMENT, text(thrown));
    }

    private static String text(MongoException thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
