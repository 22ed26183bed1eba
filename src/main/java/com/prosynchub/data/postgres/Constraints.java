package com.prosynchub.data.postgres;

import com.prosynchub.model.failure.Failure.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which field of which record a constraint of the schema guards, and what breaking it means to a person. A test holds
 * this table against the live catalogue. Any thread.
 */
final class Constraints {
    /** Constraint name to field and rule; primary keys, which all mean the same, are left out. */
    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            filled("roles_name_filled", "name"),
            duplicate("roles_name_key", "name"),
            duplicate("permissions_name_key", "name"),
            duplicate("permissions_resource_action_key", "name"),
            of("permissions_name_is_resource_action", "name", "pattern"),
            unknown("role_permissions_role_fk", "roleId"),
            unknown("role_permissions_permission_fk", "permissionId"),
            filled("users_username_filled", "username"),
            filled("users_email_filled", "email"),
            duplicate("users_username_idx", "username"),
            duplicate("users_username_lower_idx", "username"),
            duplicate("users_email_idx", "email"),
            unknown("users_role_fk", "roleId"),
            unknown("users_created_by_fk", "createdBy"),
            unknown("users_updated_by_fk", "updatedBy"),
            unknown("user_locations_user_fk", "userId"),
            unknown("user_locations_location_fk", "places"),
            filled("locations_name_filled", "name"),
            range("locations_latitude_range", "latitude"),
            range("locations_longitude_range", "longitude"),
            unknown("locations_parent_fk", "parentLocationId"),
            filled("asset_types_name_filled", "name"),
            duplicate("asset_types_name_key", "name"),
            filled("assets_name_filled", "name"),
            unknown("assets_type_fk", "assetTypeId"),
            unknown("assets_status_known", "status"),
            range("assets_health_range", "healthScore"),
            unknown("assets_location_fk", "locationId"),
            range("assets_cost_not_negative", "purchaseCost"),
            range("assets_lifetime_positive", "expectedLifetime"),
            unknown("assets_parent_fk", "parentAssetId"),
            duplicate("assets_qr_code_key", "qrCode"),
            unknown("assets_created_by_fk", "createdBy"),
            unknown("assets_updated_by_fk", "updatedBy"),
            unknown("asset_metrics_asset_fk", "assetId"),
            of("asset_metrics_name_is_key", "name", "pattern"),
            duplicate("asset_metrics_asset_metric_key", "name"),
            of("asset_metrics_band_ordered", "max", "order"),
            unknown("metric_settings_metric_fk", "metricId"),
            range("metric_settings_deadband_not_negative", "deadband"),
            range("metric_settings_on_delay_range", "onDelay"),
            range("metric_settings_off_delay_range", "offDelay"),
            range("metric_settings_interval_range", "expectedInterval"),
            unknown("metric_settings_priority_known", "priority"),
            range("metric_settings_guidance_length", "guidance"),
            unknown("metric_limit_versions_metric_fk", "metricId"),
            filled("work_orders_title_filled", "title"),
            unknown("work_orders_asset_fk", "assetId"),
            unknown("work_orders_status_known", "status"),
            unknown("work_orders_priority_known", "priority"),
            unknown("work_orders_assigned_to_fk", "assignedToId"),
            unknown("work_orders_created_by_fk", "createdBy"),
            unknown("work_orders_updated_by_fk", "updatedBy"),
            range("work_orders_estimated_not_negative", "estimatedHours"),
            range("work_orders_actual_not_negative", "actualHours"),
            unknown("work_order_checklist_order_fk", "workOrderId"),
            filled("work_order_checklist_task_filled", "task"),
            unknown("work_order_checklist_completed_by_fk", "completedBy"),
            range("work_order_checklist_sequence_not_negative", "sequence"),
            filled("parts_name_filled", "name"),
            duplicate("parts_sku_key", "sku"),
            filled("parts_sku_filled", "sku"),
            range("parts_cost_not_negative", "cost"),
            range("parts_stock_not_negative", "quantityInStock"),
            range("parts_reorder_point_not_negative", "reorderPoint"),
            range("parts_reorder_quantity_positive", "reorderQuantity"),
            unknown("parts_location_fk", "locationId"),
            unknown("work_order_parts_order_fk", "workOrderId"),
            unknown("work_order_parts_part_fk", "partId"),
            range("work_order_parts_quantity_positive", "quantity"),
            range("work_order_parts_cost_not_negative", "cost"),
            of("user_preferences_small_object", "preferences", "range"),
            unknown("user_preferences_user_id_fkey", "userId"),
            unknown("metric_states_metric_fk", "metricId"),
            unknown("metric_states_severity_known", "severity"),
            unknown("asset_health_asset_fk", "assetId"),
            range("asset_health_score_range", "healthScore"),
            filled("ingest_sources_name_filled", "source"),
            unknown("trend_views_owner_fk", "ownerId"),
            unknown("trend_views_role_fk", "roleId"),
            filled("trend_views_name_filled", "name"),
            of("trend_views_small_object", "page", "range"),
            unknown("metric_notes_asset_fk", "assetId"),
            unknown("metric_notes_author_fk", "authorId"),
            of("metric_notes_end_after_beginning", "to", "order"),
            filled("metric_notes_note_filled", "note"),
            of("site_settings_one_row", "", "duplicate"),
            of("site_settings_days", "workingDays", "range"));

    // The rule below is about the whole site and not about a field.
    private static final String LAST_ADMINISTRATOR = "last_administrator";

    /** Columns whose record field has another name than the column in camel case. */
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("metric_name", "name"),
            Map.entry("metric_value", "value"),
            Map.entry("min_threshold", "min"),
            Map.entry("max_threshold", "max"),
            Map.entry("warning_threshold", "warning"),
            Map.entry("critical_threshold", "critical"),
            Map.entry("on_delay_s", "onDelay"),
            Map.entry("off_delay_s", "offDelay"),
            Map.entry("expected_interval_s", "expectedInterval"),
            Map.entry("is_active", "active"),
            Map.entry("is_completed", "completed"));

    private static final Map<String, String> ENTITY_TYPES = Map.ofEntries(
            Map.entry("users", "USER"),
            Map.entry("roles", "ROLE"),
            Map.entry("permissions", "PERMISSION"),
            Map.entry("role_permissions", "ROLE_PERMISSION"),
            Map.entry("assets", "ASSET"),
            Map.entry("asset_types", "ASSET_TYPE"),
            Map.entry("asset_metrics", "ASSET_METRIC"),
            Map.entry("trend_views", "TREND_VIEW"),
            Map.entry("metric_notes", "METRIC_NOTE"),
            Map.entry("metric_settings", "METRIC_SETTINGS"),
            Map.entry("locations", "LOCATION"),
            Map.entry("work_orders", "WORK_ORDER"),
            Map.entry("work_order_checklist", "WORK_ORDER_CHECKLIST"),
            Map.entry("parts", "PART"),
            Map.entry("work_order_parts", "WORK_ORDER_PART"));

    private Constraints() {}

    /** Whether the table above knows the constraint. */
    static boolean knows(String constraint) {
        return constraint.endsWith("_pkey") || MEANINGS.containsKey(constraint);
    }

    static Violation violation(String sqlState, @Nullable String constraint, String text) {
        if (constraint != null && constraint.endsWith("_pkey")) {
            return new Violation("id", "duplicate", List.of());
        }
        if (LAST_ADMINISTRATOR.equals(constraint)) {
            return new Violation("", "lastAdministrator", List.of());
        }
        Meaning meaning = constraint == null ? null : MEANINGS.get(constraint);
        if (meaning != null) {
            return new Violation(meaning.field, meaning.rule, List.of());
        }
        String rule =
                switch (sqlState) {
                    case "23503" -> "unknown";
                    case "23505" -> "duplicate";
                    default -> "refused";
                };
        return new Violation("", rule, List.of(text));
    }

    /** The record field that a column belongs to; empty for no column. */
    static String field(@Nullable String column) {
        if (column == null) {
            return "";
        }
        String renamed = RENAMED.get(column);
        if (renamed != null) {
            return renamed;
        }
        StringBuilder camel = new StringBuilder();
        for (String word : column.split("_", -1)) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }

    /** The twelve tables. */
    static Set<String> tables() {
        return ENTITY_TYPES.keySet();
    }

    /** The word of the audit trail for a table, such as {@code ASSET}; empty for another table. */
    static String entityType(String table) {
        return ENTITY_TYPES.getOrDefault(table, "");
    }

    private static Map.Entry<String, Meaning> of(String constraint, String field, String rule) {
        return Map.entry(constraint, new Meaning(field, rule));
    }

    private static Map.Entry<String, Meaning> filled(String constraint, String field) {
        return of(constraint, field, "required");
    }

    private static Map.Entry<String, Meaning> duplicate(String constraint, String field) {
        return of(constraint, field, "duplicate");
    }

    private static Map.Entry<String, Meaning> unknown(String constraint, String field) {
        return of(constraint, field, "unknown");
    }

    private static Map.Entry<String, Meaning> range(String constraint, String field) {
        return of(constraint, field, "range");
    }

    private record Meaning(String field, String rule) {}
}
