package com.prosynchub.service.metric;

import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.service.metric.mapping.ImportMapping;
import com.prosynchub.service.metric.mapping.MappingParser;
import com.prosynchub.service.metric.mapping.MappingResult;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mapping of an export that named none: commas, a header, ISO times. Stateless. */
final class ExportMapping {
    private ExportMapping() {}

    /** @param metrics those of all assets to be exported */
    static String text(List<AssetMetric> metrics, Set<String> wanted) {
        StringBuilder text = new StringBuilder("""
            separator = comma
            header = yes
            asset.name = {asset}
            asset.serial = {serial}
            asset.type = Imported
            create.assets = yes
            create.metrics = yes
            create.types = yes
            time.column = time
            time.format = iso
            """);
        Map<String, AssetMetric> byName = new LinkedHashMap<>();
        metrics.stream()
                .filter(m -> wanted.isEmpty() || wanted.contains(m.name()))
                .limit(10_000)
                .forEach(m -> byName.merge(m.name(), m, ExportMapping::common));
        byName.values().stream().limit(64).forEach(m -> add(text, m));
        return text.toString();
    }

    /** What two assets' metrics of one name share. */
    private static AssetMetric common(AssetMetric a, AssetMetric b) {
        boolean sameUnit = a.unit() != null && a.unit().equals(b.unit());
        MetricLimits limits = a.limits().equals(b.limits()) ? a.limits() : MetricLimits.NONE;
        return new AssetMetric(a.id(), a.assetId(), a.name(), null, sameUnit ? a.unit() : null, limits, null, 0);
    }

    private static void add(StringBuilder text, AssetMetric metric) {
        String key = "\nmetric." + metric.name();
        text.append(key).append(".column = ").append(metric.name());
        if (metric.unit() != null && !metric.unit().isBlank()) {
            text.append(key).append(".unit = ").append(metric.unit().replace("\\", "\\\\"));
        }
        limit(text, key + ".min", metric.limits().min());
        limit(text, key + ".max", metric.limits().max());
        limit(text, key + ".warning", metric.limits().warning());
        limit(text, key + ".critical", metric.limits().critical());
        text.append('\n');
    }

    private static void limit(StringBuilder text, String key, @Nullable BigDecimal value) {
        if (value != null) {
            text.append(key).append(" = ").append(value.toPlainString());
        }
    }

    /** Reads back what {@link #text} wrote; null when there is no metric to export. */
    static @Nullable ImportMapping parse(String text) {
        return switch (MappingParser.parse(text)) {
            case MappingResult.Understood understood -> understood.mapping();
            case MappingResult.Mistaken _ -> null;
        };
    }
}
