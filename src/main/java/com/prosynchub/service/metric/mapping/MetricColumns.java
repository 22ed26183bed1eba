package com.prosynchub.service.metric.mapping;

import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.service.metric.mapping.ImportMapping.MetricColumn;
import com.prosynchub.service.metric.mapping.KeyLines.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys {@code metric.<name>.…} of a mapping, in order. For one thread. */
final class MetricColumns {
    private static final Set<String> WORDS = Set.of("column", "unit", "min", "max", "warning", "critical");

    private final KeyLines lines;
    private final Values values;

    MetricColumns(KeyLines lines, Values values) {
        this.lines = lines;
        this.values = values;
    }

    List<MetricColumn> read() {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (Entry entry : lines.rest()) {
            if (entry.key().startsWith("metric.")) {
                int end = entry.key().lastIndexOf('.');
                String word = entry.key().substring(end + 1);
                if (end > 7 && WORDS.contains(word)) {
                    names.putIfAbsent(entry.key().substring(7, end), entry.line());
                } else {
                    values.wrong(
                            entry.line(), entry.key(), "ends in none of column, unit, min, max, warning, critical");
                    lines.take(entry.key());
                }
            }
        }
        List<MetricColumn> metrics = new ArrayList<>();
        names.forEach((name, line) -> {
            MetricColumn metric = metric(name, line);
            if (metric != null) {
                metrics.add(metric);
            }
        });
        if (names.isEmpty()) {
            values.missing("metric.<name>.column", "is needed at least once: the column of a metric");
        } else if (names.size() > MetricRules.MOST_METRICS) {
            values.missing("metric.<name>.column", "may stand " + MetricRules.MOST_METRICS + " times at most");
        }
        refuseSharedColumns(metrics);
        return metrics;
    }

    private @Nullable MetricColumn metric(String name, int line) {
        String key = "metric." + name;
        ColumnRef column = values.column(key + ".column", true);
        String unit = values.optional(key + ".unit");
        MetricLimits limits = new MetricLimits(
                limit(key + ".min"), limit(key + ".max"), limit(key + ".warning"), limit(key + ".critical"));
        if (!MetricRules.NAME.matcher(name).matches()) {
            values.wrong(
                    line,
                    key + ".column",
                    "a metric's name is a small letter, then up to 49 small letters, digits and underscores");
        }
        if (unit != null && unit.length() > MetricRules.UNIT) {
            values.wrong(key + ".unit", "is " + MetricRules.UNIT + " signs at most");
        }
        if (limits.min() != null && limits.max() != null && limits.min().compareTo(limits.max()) > 0) {
            values.wrong(key + ".min", "is above " + key + ".max");
        }
        return column == null ? null : new MetricColumn(name, column, unit, limits);
    }

    private @Nullable BigDecimal limit(String key) {
        BigDecimal limit = values.decimal(key);
        if (limit != null
                && (limit.abs().compareTo(new BigDecimal(MetricRules.MOST)) > 0
                        || limit.stripTrailingZeros().scale() > 4)) {
            values.wrong(key, "is between -" + MetricRules.MOST + " and " + MetricRules.MOST + " with four decimals");
            return null;
        }
        return limit;
    }

    private void refuseSharedColumns(List<MetricColumn> metrics) {
        Set<ColumnRef> seen = new LinkedHashSet<>();
        for (MetricColumn metric : metrics) {
            if (!seen.add(metric.column())) {
                values.wrong(
                        "metric." + metric.name() + ".column",
                        "names the column " + metric.column() + ", which another metric has already");
            }
        }
    }
}
