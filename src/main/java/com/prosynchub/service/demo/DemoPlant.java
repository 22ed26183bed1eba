package com.prosynchub.service.demo;

import com.prosynchub.data.DemoRepository;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.ingest.IncomingSample;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.metric.MetricIngest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs the demo plant into an empty site. Every step may be repeated: when the program is killed halfway, the next
 * start goes on where it stood. Runs in the hosting process, on a worker, before anybody signs in.
 */
public final class DemoPlant {
    /** How far back the history reaches. */
    public static final Duration HISTORY = Duration.ofDays(30);

    /** Time from sample to sample in the history. */
    public static final Duration STEP = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(DemoPlant.class);
    private static final int BATCH = 2_000;

    /** Stands for the installation itself in the activity feed; its one entry says that all went well. */
    private static final UUID INSTALLER = DemoIds.event(1);

    private final DemoRepository rows;
    private final DocumentStore documents;
    private final MetricIngest ingest;
    private final DemoHistory history;
    private final Clock clock;

    /** @param ingest for the current values, with the site service's login */
    public DemoPlant(
            DemoRepository rows, DocumentStore documents, MetricIngest ingest, DemoHistory history, Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.ingest = ingest;
        this.history = history;
        this.clock = clock;
    }

    /** Hears how far the installation is, on the installing thread. */
    @FunctionalInterface
    public interface Progress {
        /** @param fraction of the whole, 0 to 1 */
        void at(Step step, double fraction);
    }

    /** What the installation does just now. */
    public enum Step {
        ROWS,
        HISTORY,
        DOCUMENTS,
        VALUES,
        DONE
    }

    /** Whether the site is the demo's and complete. */
    public boolean installed() {
        return rows.state() == DemoRepository.State.DEMO && complete();
    }

    /**
     * Installs what is missing; returns at once when nothing is.
     *
     * @throws FailureException {@code Invalid("", "notEmpty")} on a site of one's own, and what the stores say
     */
    public void install(Progress progress) {
        progress.at(Step.ROWS, 0);
        switch (rows.state()) {
            case OWN -> throw new FailureException(Failure.Invalid.of("", "notEmpty"));
            case EMPTY -> rows.install();
            case DEMO -> {
                if (complete()) {
                    progress.at(Step.DONE, 1);
                    return;
                }
                LOG.info("The installation of the demo plant is taken up again");
            }
        }
        Instant now = clock.instant();
        Instant first = firstSample(now);
        installHistory(first, now, progress);
        progress.at(Step.DOCUMENTS, 0.96);
        new DemoDocuments(documents, first.plus(HISTORY)).install();
        progress.at(Step.VALUES, 0.98);
        installValues(now);
        documents
                .activities()
                .insert(new Activity(
                        INSTALLER, INSTALLER, "DEMO_INSTALLED", "Demo plant installed", now, null, null, Map.of()));
        progress.at(Step.DONE, 1);
    }

    private boolean complete() {
        return !documents
                .activities()
                .search(ActivityFilter.all().of(INSTALLER), PageRequest.first(1))
                .items()
                .isEmpty();
    }

    /** Where the history begins: where an interrupted try began it, so that nothing is written at two times. */
    private Instant firstSample(Instant now) {
        UUID asset = DemoIds.asset(history.instrumented().getFirst());
        long step = STEP.toMillis();
        return documents
                .metricHistory()
                .span(asset)
                .map(MetricHistoryRepository.Span::first)
                .orElseGet(() -> Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), step) * step)
                        .minus(HISTORY));
    }

    /** On a fixed grid of times, so that what an earlier try wrote is met again and not doubled. */
    private void installHistory(Instant from, Instant now, Progress progress) {
        MetricHistoryRepository store = documents.metricHistory();
        long step = STEP.toMillis();
        long first = from.toEpochMilli();
        long last = Math.floorDiv(now.toEpochMilli(), step) * step;
        List<Integer> assets = history.instrumented();
        List<MetricSample> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < assets.size(); i++) {
            int asset = assets.get(i);
            progress.at(Step.HISTORY, 0.05 + 0.9 * i / assets.size());
            long end = history.live(asset)
                    ? last
                    : last - Duration.ofDays(DemoHistory.OFFLINE_SINCE_DAYS).toMillis();
            long wanted = (end - first) / step + 1;
            if (store.count(DemoIds.asset(asset), Instant.ofEpochMilli(first), Instant.ofEpochMilli(end + 1))
                    == wanted) {
                continue;
            }
            for (long t = first; t <= end; t += step) {
                batch.add(history.sample(asset, Instant.ofEpochMilli(t)));
                if (batch.size() == BATCH) {
                    store.insert(batch);
                    batch.clear();
                }
            }
            store.insert(batch);
            batch.clear();
        }
    }

    /** Current values come in the way they always do. */
    private void installValues(Instant now) {
        List<IncomingSample> newest = new ArrayList<>();
        for (int asset : history.instrumented()) {
            Instant at = history.live(asset) ? now : now.minus(Duration.ofDays(DemoHistory.OFFLINE_SINCE_DAYS));
            newest.add(IncomingSample.of(history.sample(asset, Instant.ofEpochSecond(at.getEpochSecond()))));
        }
        ingest.ingest(DemoSimulator.SOURCE, newest);
    }
}
