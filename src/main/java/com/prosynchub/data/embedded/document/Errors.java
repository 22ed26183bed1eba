package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

/** MongoDB's error codes that this server answers with, and how they are made. Stateless. */
enum Errors {
    BAD_VALUE(2, "BadValue"),
    FAILED_TO_PARSE(9, "FailedToParse"),
    TYPE_MISMATCH(14, "TypeMismatch"),
    ILLEGAL_OPERATION(20, "IllegalOperation"),
    INVALID_BSON(22, "InvalidBSON"),
    NAMESPACE_NOT_FOUND(26, "NamespaceNotFound"),
    INDEX_NOT_FOUND(27, "IndexNotFound"),
    CURSOR_NOT_FOUND(43, "CursorNotFound"),
    NAMESPACE_EXISTS(48, "NamespaceExists"),
    INVALID_ID(53, "InvalidIdField"),
    COMMAND_NOT_FOUND(59, "CommandNotFound"),
    CANNOT_CREATE_INDEX(67, "CannotCreateIndex"),
    INVALID_OPTIONS(72, "InvalidOptions"),
    INVALID_NAMESPACE(73, "InvalidNamespace"),
    INDEX_OPTIONS_CONFLICT(85, "IndexOptionsConflict"),
    INDEX_KEY_SPECS_CONFLICT(86, "IndexKeySpecsConflict"),
    NOT_SUPPORTED(115, "CommandNotSupported"),
    VALIDATION_FAILURE(121, "DocumentValidationFailure"),
    PARALLEL_ARRAYS(171, "CannotIndexParallelArrays"),
    QUERY_PLAN_KILLED(175, "QueryPlanKilled"),
    INTERNAL(1, "InternalError"),
    MEMORY_LIMIT(292, "QueryExceededMemoryLimitNoDiskUseAllowed"),
    DUPLICATE_KEY(11000, "DuplicateKey"),
    TOO_LARGE(10334, "BSONObjectTooLarge"),
    KEY_TOO_LONG(17280, "KeyTooLong");

    private final int code;
    private final String codeName;

    Errors(int code, String codeName) {
        this.code = code;
        this.codeName = codeName;
    }

    int code() {
        return code;
    }

    static MongoServerError of(Errors error, String message) {
        return new MongoServerError(error.code, error.codeName, message);
    }

    /** An error that also carries MongoDB's {@code errInfo} document. */
    static final class WithInfo extends MongoServerError {
        private static final long serialVersionUID = 1L;
        private final transient @Nullable Document info;

        WithInfo(Errors error, String message, Document info) {
            super(error.code, error.codeName, message);
            this.info = info;
        }

        @Nullable
        Document info() {
            return info;
        }
    }
}
