package com.prosynchub.data.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.audit.AuditActions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The definitions of the collections against the schema document and against our own rules. */
class DefinitionTest {
    private static final Set<String> DRAFT_4 = Set.of(
            "bsonType",
            "required",
            "additionalProperties",
            "properties",
            "patternProperties",
            "enum",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "pattern",
            "items",
            "maxItems",
            "minProperties",
            "maxProperties",
            "dependencies");

    @Test
    void theFourNamedIndexesAreThoseOfTheSchemaDocument() {
        assertThat(key("assetMetricsHistory", "asset_metrics_history_asset_id_timestamp"))
                .containsExactly("asset_id", "timestamp");
        assertThat(key("userActivityFeed", "user_activity_feed_user_id_timestamp"))
                .containsExactly("user_id", "timestamp");
        assertThat(key("notifications", "notifications_user_id_read"))
                .containsExactly("user_id", "is_read", "created_at");
        assertThat(key("workOrderComments", "work_order_comments_work_order_id"))
                .containsExactly("work_order_id", "created_at");
    }

    @Test
    void everyCollectionIsStrict() {
        for (Definition d : Definition.all()) {
            assertThat(d.version()).isPositive();
            assertThat(d.level()).isEqualTo("strict");
            assertThat(d.action()).isEqualTo("error");
            objects(schema(d))
                    .forEach(o -> assertThat(o).as(d.collection()).containsEntry("additionalProperties", false));
            assertThat(schema(d).getList("required", String.class)).contains("_id");
        }
    }

    @Test
    void onlyKeywordsOfDraft4AreUsed() {
        Definition.all().forEach(d -> checkKeywords(schema(d)));
    }

    @Test
    void auditActionsAreTheSameInTheRulesAndInTheValidator() {
        Document action = schema(Definition.of(Name.AUDIT_LOGS))
                .get("properties", Document.class)
                .get("action", Document.class);
        assertThat(action.getList("enum", String.class)).containsExactlyInAnyOrderElementsOf(AuditActions.ALL);
    }

    @Test
    void everyActionThatTheDatabaseRecordsIsKnown() throws Exception {
        Pattern recorded = Pattern.compile("auth\\.record\\(\\s*\\w+,\\s*'([A-Z_]+)'");
        List<String> actions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("sql", "postgresql"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
                Matcher matcher = recorded.matcher(Files.readString(file));
                while (matcher.find()) {
                    actions.add(matcher.group(1));
                }
            }
        }
        assertThat(AuditActions.ALL).containsAll(actions);
    }

    private static Set<String> key(String collection, String index) {
        return Definition.all().stream()
                .filter(d -> d.collection().equals(collection))
                .flatMap(d -> d.indexes().stream())
                .filter(i -> i.name().equals(index))
                .findFirst()
                .orElseThrow()
                .key()
                .keySet();
    }

    private static Document schema(Definition definition) {
        return definition.validator().get("$jsonSchema", Document.class);
    }

    /** Schemas of objects whose fields are listed; free-form objects list none. */
    private static Stream<Document> objects(Document schema) {
        Stream<Document> inner = children(schema).stream().flatMap(DefinitionTest::objects);
        boolean lists = schema.containsKey("properties") || schema.containsKey("patternProperties");
        return lists ? Stream.concat(Stream.of(schema), inner) : inner;
    }

    private static void checkKeywords(Document schema) {
        assertThat(DRAFT_4).containsAll(schema.keySet());
        children(schema).forEach(DefinitionTest::checkKeywords);
    }

    private static Collection<Document> children(Document schema) {
        List<Document> children = new ArrayList<>();
        for (String keyword : List.of("properties", "patternProperties")) {
            if (schema.get(keyword) instanceof Map<?, ?> map) {
                map.values().forEach(child -> children.add((Document) child));
            }
        }
        if (schema.get("items") instanceof Document items) {
            children.add(items);
        }
        return children;
    }
}
