package com.prosynchub.service.metric.mapping;

import com.prosynchub.model.metric.MetricLimits;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a delimited file become samples of assets; read from a properties file by {@link MappingParser} and
 * used by export in the other direction.
 *
 * @param metrics in the order of the mapping, 1 to 64
 */
public record ImportMapping(Format format, AssetRule asset, TimeRule time, List<MetricColumn> metrics) {
    public ImportMapping {
        metrics = List.copyOf(metrics);
    }

    /**
     * The form of the text.
     *
     * @param separator between columns; null means any run of blanks and tabs
     * @param header whether the first line names the columns
     * @param comment lines that begin with this sign are passed over; null for none
     * @param decimalComma whether 1,5 is one and a half
     * @param skipLines lines to pass over at the top
     * @param missing cells that mean "no value", besides empty ones
     */
    public record Format(
            @Nullable String separator,
            boolean header,
            @Nullable Character comment,
            boolean decimalComma,
            Charset encoding,
            int skipLines,
            Set<String> missing) {
        public Format {
            missing = Set.copyOf(missing);
        }

        /** Whether columns are separated by any run of blanks and tabs. */
        public boolean whitespace() {
            return separator == null;
        }
    }

    /**
     * Which asset a row belongs to: the one with the serial number, or where that is empty, with the name.
     *
     * @param serial null when assets are found by name alone
     * @param type name of the asset type of assets to be created; null when none is created
     * @param location name of the location of assets to be created
     * @param parent name, and serial number, of the asset under which created ones stand
     * @param createAssets whether unknown assets (and an unknown parent) are created
     * @param createMetrics whether metrics that an asset lacks are defined
     * @param createTypes whether an unknown asset type is created
     */
    public record AssetRule(
            Template name,
            @Nullable Template serial,
            @Nullable String type,
            @Nullable String location,
            @Nullable String parent,
            boolean createAssets,
            boolean createMetrics,
            boolean createTypes) {}

    /** One metric column. */
    public record MetricColumn(
            String name, ColumnRef column, @Nullable String unit, MetricLimits limits) {}
}
