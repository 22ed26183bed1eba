package com.prosynchub.ui.activity;

import com.prosynchub.model.access.PersonName;
import com.prosynchub.model.audit.ActivityFilter;
import com.prosynchub.model.audit.ActivityKind;
import com.prosynchub.model.audit.ActivityLine;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.service.activity.ActivityService;
import com.prosynchub.service.workorder.WorkOrderService;
import com.prosynchub.ui.kit.feed.FeedViewModel;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** The stream under its filters, and the records that the person follows. FX thread. */
public final class ActivityViewModel {
    /** What {@link #open} is given for a person's doings instead of for a record. */
    public static final String PERSON = "PERSON";

    /** Whoever follows nothing asks for this: a filter for no record at all would be one for every record. */
    private static final RecordKey NO_RECORD = new RecordKey("NOTHING", "NOTHING");

    static final String FOLLOWED = "activity.followed";
    static final int MOST_FOLLOWED = 50;

    private final ActivityService service;
    private final WorkOrderService work;
    private final TaskRunner tasks;
    private final Preferences preferences;
    private final Formats formats;
    private final FeedViewModel feed;
    private final ObservableList<PersonName> people = FXCollections.observableArrayList();
    private final ObservableSet<RecordKey> followed = FXCollections.observableSet(new LinkedHashSet<>());
    private final ReadOnlyStringWrapper onlyRecord = new ReadOnlyStringWrapper("");
    final ObjectProperty<@Nullable UUID> person = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable ActivityKind> kind = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    final BooleanProperty onlyFollowed = new SimpleBooleanProperty();
    private @Nullable RecordKey record;
    private @Nullable ActivityFilter shown;

    public ActivityViewModel(
            ActivityService service,
            WorkOrderService work,
            TaskRunner tasks,
            Preferences preferences,
            Formats formats) {
        this.service = service;
        this.work = work;
        this.tasks = tasks;
        this.preferences = preferences;
        this.formats = formats;
        feed = new FeedViewModel(tasks);
        Arrays.stream(preferences.get(FOLLOWED).orElse("").split(","))
                .map(RecordKey::parse)
                .flatMap(Optional::stream)
                .forEach(followed::add);
        person.subscribe(this::narrow);
        kind.subscribe(this::narrow);
        from.subscribe(this::narrow);
        until.subscribe(this::narrow);
        onlyFollowed.subscribe(this::narrow);
        narrow();
    }

    /** Reads whom may be asked for. */
    public void load() {
        tasks.run(work::people)
                .newest(TaskKey.of(this, "people"))
                .onSuccess(found -> {
                    if (!people.equals(found)) {
                        people.setAll(found);
                    }
                })
                .onFailure(failure -> {})
                .start();
    }

    /** Asks for one record, or with the type {@link #PERSON} for what one person did; every other filter goes. */
    public void open(RecordKey asked) {
        from.set(null);
        until.set(null);
        kind.set(null);
        onlyFollowed.set(false);
        boolean aPerson = asked.type().equals(PERSON);
        person.set(aPerson ? asked.uuid() : null);
        only(aPerson ? null : asked, aPerson ? "" : Words.noun(asked.type()));
    }

    /** Only lines about the record of this line; null for all. */
    public void onlyRecordOf(@Nullable ActivityLine line) {
        only(
                line == null ? null : line.activity().record().orElse(null),
                line == null ? "" : Words.thing(line.activity()));
    }

    /** Only what the person of this line did. */
    public void onlyPersonOf(@Nullable ActivityLine line) {
        if (line != null) {
            UUID id = line.activity().userId();
            if (people.stream().noneMatch(known -> known.id().equals(id))) {
                people.add(new PersonName(id, line.person()));
            }
            person.set(line.activity().userId());
        }
    }

    private void only(@Nullable RecordKey which, String words) {
        record = which;
        onlyRecord.set(which == null ? "" : words);
        narrow();
    }

    /** Begins to follow the line's record, or stops. */
    public void follow(ActivityLine line) {
        line.activity().record().ifPresent(key -> {
            if (!followed.remove(key) && followed.size() < MOST_FOLLOWED) {
                followed.add(key);
            }
            preferences.put(FOLLOWED, followed.stream().map(RecordKey::text).collect(Collectors.joining(",")));
            narrow();
        });
    }

    /** Whether the line's record is followed. */
    public boolean follows(@Nullable ActivityLine line) {
        return line != null
                && line.activity().record().filter(followed::contains).isPresent();
    }

    /** Whether the line's record can be followed now. */
    public boolean mayFollow(@Nullable ActivityLine line) {
        return line != null
                && line.activity().record().isPresent()
                && (follows(line) || followed.size() < MOST_FOLLOWED);
    }

    /** The kinds that the person may ask for, in their order. */
    public List<ActivityKind> kinds() {
        Set<ActivityKind> open = service.kinds();
        return Arrays.stream(ActivityKind.values()).filter(open::contains).toList();
    }

    private void narrow() {
        ActivityFilter wanted = filter();
        if (Objects.equals(wanted, shown)) {
            return;
        }
        shown = wanted;
        feed.show(page -> service.search(wanted, page));
    }

    private ActivityFilter filter() {
        RecordKey one = record;
        ActivityKind only = kind.get();
        LocalDate last = until.get();
        return new ActivityFilter(
                person.get(),
                one == null ? followedOnly() : Set.of(one),
                only == null ? Set.of() : Set.of(only),
                startOf(from.get()),
                startOf(last == null ? null : last.plusDays(1)));
    }

    private Set<RecordKey> followedOnly() {
        if (!onlyFollowed.get()) {
            return Set.of();
        }
        return followed.isEmpty() ? Set.of(NO_RECORD) : Set.copyOf(followed);
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(formats.zone()).toInstant();
    }

    public FeedViewModel feed() {
        return feed;
    }

    /** Whom may be asked for, by name. */
    public ObservableList<PersonName> people() {
        return people;
    }

    /** The records that the person follows. */
    public ObservableSet<RecordKey> followed() {
        return followed;
    }

    /** The one record whose lines are shown; empty for all. */
    public ReadOnlyStringProperty onlyRecordProperty() {
        return onlyRecord.getReadOnlyProperty();
    }
}
