package com.prosynchub.ui.ingest;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.ingest.DeadLetter;
import com.prosynchub.model.ingest.IngestSource;
import com.prosynchub.model.ingest.LetterFilter;
import com.prosynchub.model.ingest.RefusedValue.Reason;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.metric.IngestService;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.ScreenState;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Sources with their counts, and refused values page by page. FX thread. */
public final class IngestViewModel {
    static final int PAGE = 100;

    /** So many refused values are kept at most. */
    static final int KEPT = IngestService.KEPT;

    private final IngestService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Messages messages = Messages.of("ingest");
    private final ObservableList<IngestSource> sources = FXCollections.observableArrayList();
    private final ObservableList<DeadLetter> letters = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Instant> newest = new ReadOnlyObjectWrapper<>();
    final ObjectProperty<@Nullable String> source = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Reason> reason = new SimpleObjectProperty<>();
    final StringProperty text = new SimpleStringProperty("");
    private @Nullable String next;

    public IngestViewModel(IngestService service, TaskRunner tasks, Notices notices) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        source.subscribe((before, now) -> narrow());
        reason.subscribe((before, now) -> narrow());
        text.subscribe((before, now) -> narrow());
    }

    /** Both lists at one moment. */
    private record Read(List<IngestSource> sources, Page<DeadLetter> letters) {}

    /** Reads again as much as is shown, up to the largest page. */
    public void load() {
        read(PageRequest.first(Math.clamp(letters.size(), PAGE, PageRequest.MAX_SIZE)));
    }

    private void narrow() {
        read(PageRequest.first(PAGE));
    }

    private void read(PageRequest page) {
        LetterFilter wanted = filter();
        tasks.run(() -> new Read(service.sources(), service.letters(wanted, page)))
                .newest(TaskKey.of(this, "read"))
                .onSuccess(this::show)
                .onFailure(this::failed)
                .start();
    }

    private LetterFilter filter() {
        return new LetterFilter(source.get(), reason.get(), text.get());
    }

    private void show(Read read) {
        put(sources, read.sources());
        put(letters, read.letters().items());
        next = read.letters().next();
        more.set(next != null);
        newest.set(read.sources().stream()
                .map(s -> s.counts().newest())
                .filter(at -> at != null)
                .max(Instant::compareTo)
                .orElse(null));
        boolean nothing = sources.isEmpty() && letters.isEmpty() && filter().equals(LetterFilter.ALL);
        state.set(nothing ? ScreenState.empty() : ScreenState.ready());
    }

    /** A list that is the same stays untouched, with whatever is chosen in it. */
    private static <T> void put(ObservableList<T> shown, List<T> read) {
        if (!shown.equals(read)) {
            shown.setAll(read);
        }
    }

    private void failed(Failure failure) {
        if (sources.isEmpty()) {
            state.set(ScreenState.failed(failure));
        } else {
            // What is shown has its age beside it, and the banner says what is down.
            more.set(false);
        }
    }

    /** Reads the page after the last letter shown. */
    public void loadMore() {
        String after = next;
        if (after != null) {
            LetterFilter wanted = filter();
            tasks.run(() -> service.letters(wanted, PageRequest.first(PAGE).next(after)))
                    .newest(TaskKey.of(this, "read"))
                    .onSuccess(page -> {
                        letters.addAll(page.items());
                        next = page.next();
                        more.set(next != null);
                    })
                    .onFailure(notices::failure)
                    .start();
        }
    }

    /** Tries letters again that can be. */
    public void replay(List<DeadLetter> chosen) {
        List<Long> ids =
                chosen.stream().filter(DeadLetter::mendable).map(DeadLetter::id).toList();
        tasks.run(() -> service.replay(ids))
                .onSuccess(done -> {
                    if (done.refused() == 0) {
                        notices.success(messages.text("replayed", done.taken()));
                    } else {
                        notices.warning(messages.text("replayed.some", done.taken(), done.refused()));
                    }
                    load();
                })
                .onFailure(notices::failure)
                .start();
    }

    /** Takes letters out for good. */
    public void discard(List<DeadLetter> chosen) {
        List<Long> ids = chosen.stream().map(DeadLetter::id).toList();
        tasks.run(() -> service.discard(ids))
                .onSuccess(gone -> {
                    notices.success(messages.text("discarded", gone));
                    load();
                })
                .onFailure(notices::failure)
                .start();
    }

    /** What a source is called. */
    public String sourceName(String name) {
        String key = "source." + name;
        return messages.has(key) ? messages.text(key) : name;
    }

    /** Why a value was refused, in a few words, with what it needed where that is known. */
    public String why(DeadLetter letter) {
        String words = messages.text("reason." + letter.refused().reason());
        String detail = letter.refused().detail();
        return switch (letter.refused().reason()) {
            case WRONG_UNIT -> messages.text("expected", words, detail);
            case UNREADABLE -> detail;
            case UNKNOWN_ASSET, UNKNOWN_METRIC, FUTURE, ANCIENT, NOT_A_NUMBER, OUT_OF_RANGE, BAD_NAME, TOO_MANY ->
                words;
        };
    }

    public ObservableList<IngestSource> sources() {
        return sources;
    }

    public ObservableList<DeadLetter> letters() {
        return letters;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether more refused values are there than are shown. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /** Time of the newest sample of all sources; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Instant> newestProperty() {
        return newest.getReadOnlyProperty();
    }
}
