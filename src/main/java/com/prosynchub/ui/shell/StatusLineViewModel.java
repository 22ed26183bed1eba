package com.prosynchub.ui.shell;

import com.prosynchub.model.health.StoreStatus;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.change.Watch;
import com.prosynchub.service.health.HealthSnapshot;
import com.prosynchub.service.health.RelayBacklog;
import com.prosynchub.service.health.StoreHealthService;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Site time, both stores and the age of the newest value, once a second; and what is down, in a sentence. FX thread. */
public final class StatusLineViewModel {
    static final Duration TICK = Duration.ofSeconds(1);
    /** Both stores are asked this often: what is down is told within three seconds. */
    static final Duration ASK = Duration.ofMillis(2500);

    private final StoreHealthService health;
    private final ChangeService changes;
    private final TaskRunner tasks;
    private final Formats formats;
    private final Messages messages = Messages.of("shell");
    private final ObservableList<StoreLine> stores = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper siteTime = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper newest = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper banner = new ReadOnlyStringWrapper("");
    /** Written by the feed's thread, read by the ticks. */
    private final AtomicReference<@Nullable Instant> lastValue = new AtomicReference<>();

    private @Nullable Cancellable ticking;
    private @Nullable Cancellable asking;
    private @Nullable Watch watch;

    public StatusLineViewModel(StoreHealthService health, ChangeService changes, TaskRunner tasks, Formats formats) {
        this.health = health;
        this.changes = changes;
        this.tasks = tasks;
        this.formats = formats;
    }

    public void start() {
        stop();
        watch = changes.subscribe(
                Set.of(ChangeService.METRICS),
                change -> lastValue.set(formats.clock().instant()));
        tick();
        ask();
        ticking = tasks.ui().every(TICK, this::tick);
        asking = tasks.ui().every(ASK, this::ask);
    }

    public void stop() {
        Watch listening = watch;
        if (listening != null) {
            listening.close();
            watch = null;
        }
        ticking = cancelled(ticking);
        asking = cancelled(asking);
    }

    /** Somebody read a value of this time: the newest data is at least as new. */
    void sawValue(@Nullable Instant at) {
        lastValue.accumulateAndGet(at, (now, seen) -> now == null || (seen != null && seen.isAfter(now)) ? seen : now);
    }

    private static @Nullable Cancellable cancelled(@Nullable Cancellable running) {
        if (running != null) {
            running.cancel();
        }
        return null;
    }

    private void ask() {
        tasks.run(health::check)
                .newest(TaskKey.of(this, "health"))
                .onSuccess(this::show)
                .start();
    }

    private void tick() {
        siteTime.set(formats.dateTime(formats.clock().instant()) + " "
                + formats.zone().getId());
        Instant last = lastValue.get();
        newest.set(
                last == null ? messages.text("status.newest.none") : messages.text("status.newest", formats.age(last)));
    }

    private void show(HealthSnapshot now) {
        stores.setAll(line(now.relational()), line(now.document()));
        boolean relational = now.relational().reachable();
        boolean document = now.document().reachable();
        List<String> said = new ArrayList<>();
        if (relational && !document) {
            said.add(messages.text("banner.document"));
        } else if (document && !relational) {
            said.add(messages.text("banner.relational"));
        } else if (!relational) {
            said.add(messages.text("banner.both"));
        } else if (!changes.connected()) {
            said.add(messages.text("banner.feed"));
        }
        RelayBacklog backlog = now.backlog();
        if (backlog != null && backlog.oldest() != null && backlog.late()) {
            said.add(messages.text("banner.backlog", backlog.waiting(), formats.duration(backlog.oldest())));
        }
        if (backlog != null && backlog.parked() > 0) {
            said.add(messages.text("banner.parked", backlog.parked()));
        }
        Double free = now.diskFree();
        if (free != null && now.diskShort()) {
            said.add(messages.text("banner.disk", formats.upTo(free * 100, 1)));
        }
        banner.set(String.join(" ", said));
    }

    private StoreLine line(StoreStatus status) {
        String name = messages.text("store." + status.store().name().toLowerCase(Locale.ROOT));
        List<String> detail = new ArrayList<>();
        if (status.version() != null) {
            detail.add(messages.text("store.version", name, status.version()));
        }
        detail.addAll(status.problems());
        Duration latency = status.latency();
        String text = !status.reachable()
                ? messages.text("store.down", name)
                : latency == null
                        ? messages.text("store.up", name)
                        : messages.text("store.latency", name, formats.upTo(latency.toNanos() / 1e6, 1));
        return new StoreLine(text, status.reachable(), detail);
    }

    /** The relational store and the document store; empty before the first answer. */
    public ObservableList<StoreLine> stores() {
        return stores;
    }

    public ReadOnlyStringProperty siteTimeProperty() {
        return siteTime.getReadOnlyProperty();
    }

    /** Age of the newest value heard of. */
    public ReadOnlyStringProperty newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /** What is down, what that means, and what still works; empty while all is well. */
    public ReadOnlyStringProperty bannerProperty() {
        return banner.getReadOnlyProperty();
    }
}
