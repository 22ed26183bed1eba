package com.prosynchub.data.embedded.document;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keywords that combine schemas. Stateless. */
final class SchemaLogic {
    private SchemaLogic() {}

    static JsonSchema.Rule combined(String keyword, @Nullable Object given) {
        List<JsonSchema> schemas = SchemaArguments.schemas(keyword, given);
        return value -> {
            List<Document> wrong = new ArrayList<>();
            List<Integer> right = new ArrayList<>();
            for (int i = 0; i < schemas.size(); i++) {
                List<Document> details = schemas.get(i).violations(value);
                if (details.isEmpty()) {
                    right.add(i);
                } else {
                    wrong.add(schemas.get(i).describe(new Document("index", i)).append("details", details));
                }
            }
            boolean satisfied =
                    switch (keyword) {
                        case "allOf" -> wrong.isEmpty();
                        case "anyOf" -> !right.isEmpty();
                        default -> right.size() == 1;
                    };
            if (satisfied) {
                return null;
            }
            Document violation = new Document("operatorName", keyword);
            return right.size() > 1 && keyword.equals("oneOf")
                    ? violation
                            .append("reason", "more than one subschema matched")
                            .append("matchingSchemaIndexes", right)
                    : violation.append("schemasNotSatisfied", wrong);
        };
    }

    static JsonSchema.Rule not(Document given) {
        JsonSchema schema = JsonSchema.parse(given);
        return value -> schema.accepts(value)
                ? SchemaArguments.violation("not", given, "child expression matched", value)
                : null;
    }
}
