package com.prosynchub.ui.metrics;

import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.metric.MetricEdit;
import com.prosynchub.model.metric.MetricFilter;
import com.prosynchub.model.metric.MetricFilter.State;
import com.prosynchub.model.metric.MetricLine;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.metric.MetricGridService;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of all metrics page by page, and what narrows it. Rows stay while their values change. FX thread. */
public final class MetricGridViewModel {
    static final int PAGE = 200;

    private final MetricGridService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Formats formats;
    private final Messages messages = Messages.of("metrics");
    private final ObservableList<MetricRow> rows = FXCollections.observableArrayList();
    private final Map<UUID, MetricRow> byId = new HashMap<>();
    private final ObservableList<AssetType> types = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper extent = new ReadOnlyStringWrapper("");
    private Function<UUID, @Nullable MetricEdit> pending = id -> null;
    private MetricFilter filter = MetricFilter.ALL;
    private @Nullable String next;
    private int fitting = -1;

    public MetricGridViewModel(MetricGridService service, TaskRunner tasks, Notices notices, Formats formats) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        this.formats = formats;
    }

    /** Where rows find what of them is not saved yet. */
    void pendingIn(Function<UUID, @Nullable MetricEdit> edits) {
        pending = edits;
    }

    /** Reads what the filter offers, and the rows. */
    public void load(Callable<List<AssetType>> allTypes) {
        tasks.run(allTypes)
                .newest(TaskKey.of(this, "types"))
                .onSuccess(types::setAll)
                .onFailure(failure -> {}) // the rows say what is down
                .start();
        refresh();
    }

    /** Reads again as many rows as are shown, up to the largest page. */
    public void refresh() {
        read(PageRequest.first(Math.clamp(rows.size(), PAGE, PageRequest.MAX_SIZE)), this::replace);
        count();
    }

    /** Reads the page after the last row shown. */
    public void loadMore() {
        if (next != null) {
            read(PageRequest.first(PAGE).next(next), this::append);
        }
    }

    /** Reads the values of these rows again, such as those in sight. */
    public void reread(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<UUID> wanted = List.copyOf(ids);
        tasks.run(() -> service.lines(wanted))
                .newest(TaskKey.of(this, "values"))
                .onSuccess(this::put)
                .onFailure(failure -> {}) // the status line says that a store is away, and ages go on
                .start();
    }

    public void search(String text) {
        show(filter.withSearch(text));
    }

    public void filterBranch(@Nullable UUID asset) {
        show(filter.withBranch(asset));
    }

    public void filterType(@Nullable AssetType type) {
        show(filter.withType(type == null ? null : type.id()));
    }

    public void filterState(State wanted) {
        show(filter.withState(wanted));
    }

    private void show(MetricFilter wanted) {
        if (!wanted.equals(filter)) {
            filter = wanted;
            read(PageRequest.first(PAGE), this::replace);
            count();
        }
    }

    private void read(PageRequest page, Consumer<List<MetricLine>> take) {
        MetricFilter wanted = filter;
        tasks.run(() -> service.page(wanted, page))
                .newest(TaskKey.of(this, "rows"))
                .onSuccess(read -> take(read, take))
                .onFailure(failure -> {
                    if (rows.isEmpty()) {
                        state.set(ScreenState.failed(failure));
                    } else {
                        notices.failure(failure);
                    }
                })
                .start();
    }

    private void take(Page<MetricLine> read, Consumer<List<MetricLine>> put) {
        put.accept(read.items());
        next = read.next();
        more.set(next != null);
        state.set(rows.isEmpty() && filter.equals(MetricFilter.ALL) ? ScreenState.empty() : ScreenState.ready());
        say();
    }

    private void count() {
        MetricFilter wanted = filter;
        fitting = -1;
        tasks.run(() -> service.count(wanted))
                .newest(TaskKey.of(this, "count"))
                .onSuccess(found -> {
                    fitting = found;
                    say();
                })
                .onFailure(failure -> {}) // how many there are besides is not worth a notice
                .start();
    }

    private void say() {
        if (next == null) {
            extent.set(messages.text("extent.all", rows.size()));
        } else if (fitting < 0) {
            extent.set(messages.text("extent.some", rows.size()));
        } else {
            extent.set(messages.text(
                    fitting >= MetricGridService.COUNT_CAP ? "extent.capped" : "extent.of",
                    formats.number(rows.size()),
                    formats.number(fitting)));
        }
    }

    private void replace(List<MetricLine> lines) {
        List<MetricRow> wanted = lines.stream().map(this::row).toList();
        if (!wanted.equals(rows)) {
            byId.clear();
            wanted.forEach(row -> byId.put(row.id(), row));
            rows.setAll(wanted);
        }
    }

    private void append(List<MetricLine> lines) {
        List<MetricRow> added = lines.stream()
                .filter(l -> !byId.containsKey(l.id()))
                .map(this::row)
                .toList();
        added.forEach(row -> byId.put(row.id(), row));
        rows.addAll(added);
    }

    /** The row that is there with what it shows now, else a new one. */
    private MetricRow row(MetricLine line) {
        MetricRow there = byId.get(line.id());
        if (there == null) {
            return new MetricRow(line, pending.apply(line.id()));
        }
        there.show(line, pending.apply(line.id()));
        return there;
    }

    /** Shows newer lines in the rows that are there. */
    void put(Collection<MetricLine> lines) {
        lines.stream().filter(l -> byId.containsKey(l.id())).forEach(this::row);
    }

    /** Shows in every row what is not saved yet, or no longer. */
    void repaint() {
        rows.forEach(row -> row.show(row.line(), pending.apply(row.id())));
    }

    /** What a metric of an asset is called in a sentence. */
    String name(MetricLine line) {
        return messages.text("row", line.asset(), MetricWords.name(line));
    }

    /** By name of the asset, then of the metric, as far as read. */
    ObservableList<MetricRow> rows() {
        return rows;
    }

    public ObservableList<AssetType> types() {
        return types;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether there are rows after those shown. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** How many there are, and how many of them are shown. */
    public ReadOnlyStringProperty extentProperty() {
        return extent.getReadOnlyProperty();
    }
}
