package com.prosynchub.service.demo;

import com.prosynchub.model.metric.MetricSample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the demo plant measures at any time, past or present: a pure function, so that its thirty days of history and its
 * simulator join without a seam, on every computer the same. Safe for all threads.
 */
public final class DemoHistory {
    private static final double HOUR = 3600;

    /** Its signal cable is damaged: it was measured until {@link #OFFLINE_SINCE_DAYS} before installation. */
    static final int OFFLINE_ASSET = 53;

    static final int OFFLINE_SINCE_DAYS = 3;

    private final Map<Integer, List<Signal>> signals = new TreeMap<>();
    private final ZoneId zone;

    /** @param zone of the site: it decides when day and shift begin */
    public DemoHistory(ZoneId zone) {
        this.zone = zone;
        Map<String, List<Fault>> faults = new HashMap<>();
        for (String[] f : rows("faults.csv")) {
            faults.computeIfAbsent(f[0] + "/" + f[1], k -> new ArrayList<>())
                    .add(new Fault(
                            Integer.parseInt(f[0]),
                            f[1],
                            number(f, 2),
                            number(f, 3),
                            number(f, 4),
                            number(f, 5),
                            number(f, 6),
                            number(f, 7)));
        }
        for (String[] s : rows("signals.csv")) {
            int asset = Integer.parseInt(s[0]);
            signals.computeIfAbsent(asset, k -> new ArrayList<>())
                    .add(new Signal(
                            asset,
                            s[1],
                            number(s, 2),
                            number(s, 3),
                            number(s, 4),
                            Profile.valueOf(s[5].toUpperCase(Locale.ROOT)),
                            faults.getOrDefault(s[0] + "/" + s[1], List.of())));
        }
    }

    /** Numbers of the assets that carry instruments, ascending. */
    public List<Integer> instrumented() {
        return List.copyOf(signals.keySet());
    }

    /** Whether an asset delivers just now. */
    public boolean live(int asset) {
        return signals.containsKey(asset) && asset != OFFLINE_ASSET;
    }

    /** Names of an asset's metrics; empty for one without instruments. */
    public List<String> metrics(int asset) {
        return signals.getOrDefault(asset, List.of()).stream()
                .map(Signal::metric)
                .toList();
    }

    /** All metrics of an instrumented asset at a time. */
    public MetricSample sample(int asset, Instant time) {
        UUID id = DemoIds.asset(asset);
        double hour = time.atZone(zone).toLocalTime().toSecondOfDay() / HOUR;
        Map<String, Double> values = new HashMap<>();
        for (Signal s : signals.getOrDefault(asset, List.of())) {
            values.put(s.metric(), s.at(time.toEpochMilli(), hour));
        }
        return new MetricSample(id, time, values);
    }

    private static double number(String[] row, int column) {
        return Double.parseDouble(row[column]);
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = DemoHistory.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(l -> l.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
