package com.prosynchub.demo;

import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.ingest.RefusedValue.Reason;
import com.prosynchub.ui.SamplePlant;
import com.prosynchub.ui.SampleWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Parent;

/** Sources and refused values of a morning, for pictures. */
final class IngestSamples {
    private IngestSamples() {}

    /** The screen of the administrator, after a morning. */
    static Parent screen() {
        SamplePlant site = new SamplePlant("Administrator");
        fill(site);
        SampleWindow window = new SampleWindow(site);
        window.shell.start();
        window.shell.navigator().open("ingest");
        return window.shell.root();
    }

    private static void fill(SamplePlant site) {
        UUID separator = site.id("Separator S-210");
        UUID compressor = site.id("Ammonia compressor C-401");
        List<IncomingSample> live = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            live.add(new IncomingSample(
                    separator, SamplePlant.NOW.plusMillis(100L * i), Map.of("speed", 6480.0 + i % 40), Map.of()));
        }
        site.services.ingest().ingest("simulator", live);
        site.services.ingest().ingest("simulator", live.subList(0, 30));
        site.services
                .ingest()
                .ingest(
                        "files",
                        List.of(
                                sample(separator, "speed", 108, Map.of("speed", "Hz")),
                                sample(separator, "bearing_temperature_outboard_side", 61.25, Map.of()),
                                sample(compressor, "suction_pressure", Double.NaN, Map.of()),
                                sample(compressor, "discharge_pressure", 4.2e9, Map.of()),
                                sample(UUID.fromString("6d1f7c1e-6f0e-4a58-9d51-0a8f2c3f9e21"), "flow", 12, Map.of()),
                                new IncomingSample(
                                        compressor,
                                        SamplePlant.NOW.plusSeconds(86_400),
                                        Map.of("suction_pressure", 2.1),
                                        Map.of())),
                        List.of(new RefusedValue(
                                null,
                                "",
                                Double.NaN,
                                null,
                                null,
                                Reason.UNREADABLE,
                                "compressors-2026-01.csv, line 4117: “n/a-” in discharge_pressure is no number")),
                        0);
    }

    private static IncomingSample sample(UUID asset, String metric, double value, Map<String, String> units) {
        return new IncomingSample(asset, SamplePlant.NOW.minusSeconds(90), Map.of(metric, value), units);
    }
}
