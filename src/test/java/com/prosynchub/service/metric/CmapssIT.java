package com.prosynchub.service.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.service.metric.ImportReport.Outcome;
import com.prosynchub.service.metric.mapping.ImportMapping;
import com.prosynchub.service.session.SessionServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** NASA's turbofan file in the real stores, stopped half-way and run again, and out again. */
class CmapssIT {
    private static final Logger LOG = LoggerFactory.getLogger(CmapssIT.class);

    @TempDir
    Path folder;

    @Test
    void loadsGoesOnAfterAStopChangesNothingTheSecondTimeAndComesBackEqual() throws IOException {
        Path file = RealData.file("cmapss/train_FD001.txt");
        ImportMapping mapping = Imports.mapping(Files.readString(CmapssTest.MAPPING));
        ImportRequest request = new ImportRequest(file, mapping, false, false, folder.resolve("checkpoints"));
        try (RelationalSession session = TestSite.fresh().session("Manager");
                DocumentStore documents = TestDocuments.open()) {
            SessionServices services = SessionServices.open(session, documents, Clock.systemUTC());
            ImportReport dry =
                    services.imports().importFile(new ImportRequest(file, mapping, true, false), ImportProgress.NONE);
            assertThat(dry.createdAssetCount()).isEqualTo(101);
            assertThat(documents.counts()).containsEntry("assetMetricsHistory", 0L);

            ImportReport stopped = services.imports().importFile(request, new StopAfter(7000));
            assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
            ImportReport rest = services.imports().importFile(request, ImportProgress.NONE);
            assertThat(rest.reason()).isNull();
            assertThat(rest.resumedAtLine()).isGreaterThan(6000);
            assertThat(stopped.stored() + rest.stored()).isEqualTo(20_631);
            assertThat(stopped.createdAssetCount() + rest.createdAssetCount()).isEqualTo(101);
            LOG.info("loaded in {} and {}", stopped.elapsed(), rest.elapsed());

            ImportReport again = services.imports().importFile(request, ImportProgress.NONE);
            assertThat(again.stored()).isZero();
            assertThat(again.duplicates()).isEqualTo(20_631);
            assertThat(again.createdMetricCount()).isZero();
            LOG.info("loaded again in {}", again.elapsed());
            assertThat(documents.counts()).containsEntry("assetMetricsHistory", 20_631L);

            checkCurrentValues(session);
            checkExport(services, session, request);
        }
    }

    private static void checkCurrentValues(RelationalSession session) {
        UUID first = engines(session).getFirst();
        List<AssetMetric> metrics = session.metrics().ofAsset(first);
        assertThat(metrics).hasSize(24);
        AssetMetric t24 =
                metrics.stream().filter(m -> m.name().equals("t24")).findFirst().orElseThrow();
        assertThat(t24.value()).isEqualByComparingTo("643.54");
        assertThat(t24.updatedAt()).isEqualTo(Instant.parse("2008-01-08T23:00:00Z"));
    }

    private void checkExport(SessionServices services, RelationalSession session, ImportRequest request)
            throws IOException {
        Path out = folder.resolve("out.txt");
        ExportReport report = services.exports()
                .exportTo(
                        new ExportRequest(engines(session), Set.of(), Instant.EPOCH, Instant.now(), request.mapping()),
                        out,
                        ImportProgress.NONE);
        assertThat(report.reason()).isNull();
        assertThat(report.rows()).isEqualTo(20_631);
        assertThat(CmapssTest.numbers(out)).isEqualTo(CmapssTest.numbers(request.file()));
    }

    private static List<UUID> engines(RelationalSession session) {
        List<String> serials = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            serials.add("FD001-" + i);
        }
        var ids = session.assets().idsBySerial(new HashSet<>(serials));
        return serials.stream().map(ids::get).toList();
    }

    /** Stops after so many rows. */
    private static final class StopAfter implements ImportProgress {
        private int left;

        StopAfter(int rows) {
            left = rows;
        }

        @Override
        public void at(State state) {}

        @Override
        public boolean cancelled() {
            return --left < 0;
        }
    }
}
