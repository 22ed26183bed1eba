package com.prosynchub.service.demo;

import com.prosynchub.fixture.Samples;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.metric.MetricLimits;
import java.util.UUID;

/** A plant in memory with the demo's instrumented assets and their metrics, and nothing else. */
final class DemoMetrics {
    private DemoMetrics() {}

    static FakePlant plant(DemoHistory history) {
        FakePlant plant = new FakePlant();
        FakeRelationalSession manager = plant.session("Manager");
        int type = manager.assetTypes().insert(Samples.type("Machine")).id();
        for (int asset : history.instrumented()) {
            UUID id = DemoIds.asset(asset);
            manager.assets().insert(Samples.asset(id, "Asset " + asset, type, null, 0));
            history.metrics(asset)
                    .forEach(metric -> manager.metrics().insert(Samples.metric(id, metric, MetricLimits.NONE)));
        }
        return plant;
    }
}
