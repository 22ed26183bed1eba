package com.prosynchub.service.metric;

import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.service.access.SessionAccessGate;
import com.prosynchub.service.metric.mapping.ImportMapping;
import com.prosynchub.service.metric.mapping.MappingParser;
import com.prosynchub.service.metric.mapping.MappingResult.Understood;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A plant in memory with import and export. */
final class Imports {
    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final FakeDocumentStore documents = new FakeDocumentStore();
    final FakeRelationalSession session;
    final MetricImportService importing;
    final MetricExportService exporting;

    Imports(String role) {
        session = new FakePlant().session(role);
        importing = importing(session, documents.metricHistory());
        exporting = new MetricExportService(new SessionAccessGate(session), session, documents.metricHistory());
    }

    static MetricImportService importing(RelationalSession session, MetricHistoryRepository history) {
        return new MetricImportService(
                new SessionAccessGate(session),
                session,
                new MetricIngest(history, session.ingest(), CLOCK),
                history,
                CLOCK);
    }

    static ImportMapping mapping(String text) {
        return ((Understood) MappingParser.parse(text)).mapping();
    }

    UUID asset(String serial) {
        UUID id = session.assets().idsBySerial(List.of(serial)).get(serial);
        if (id == null) {
            throw new AssertionError("no asset " + serial);
        }
        return id;
    }

    List<MetricSample> samples(UUID asset) {
        List<MetricSample> samples = new ArrayList<>();
        documents.metricHistory().forEach(asset, Instant.MIN, Instant.MAX, samples::add);
        return samples;
    }
}
