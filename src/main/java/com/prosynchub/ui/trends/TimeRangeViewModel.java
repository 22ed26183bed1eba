package com.prosynchub.ui.trends;

import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.site.Shift;
import com.prosynchub.model.time.TimeFound;
import com.prosynchub.model.time.TimeWords;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderFilter;
import com.prosynchub.model.workorder.WorkOrderFilter.Assignment;
import com.prosynchub.model.workorder.WorkOrderLine;
import com.prosynchub.service.site.SiteSettingsService;
import com.prosynchub.service.workorder.WorkOrderService;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.Formats;
import com.prosynchub.ui.kit.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Stretches of time in words: what is offered while typing, and what they mean for the page. FX thread. */
public final class TimeRangeViewModel {
    static final int OFFERS = 10;

    private final SiteSettingsService settings;
    private final WorkOrderService orders;
    private final TrendsViewModel page;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Formats formats;
    private final Messages messages = Messages.of("trends");
    private List<Shift> shifts = List.of();

    /** What is offered: its words, and what choosing it shows. */
    public record Offer(String words, TimeFound.Range range) {}

    TimeRangeViewModel(
            SiteSettingsService settings,
            WorkOrderService orders,
            TrendsViewModel page,
            TaskRunner tasks,
            Notices notices,
            Formats formats) {
        this.settings = settings;
        this.orders = orders;
        this.page = page;
        this.tasks = tasks;
        this.notices = notices;
        this.formats = formats;
        page.setOnTime(this::say);
    }

    /** Reads the site's shifts. */
    public void load() {
        tasks.run(settings::read)
                .newest(TaskKey.of(this, "shifts"))
                .onSuccess(read -> shifts = read.shifts())
                .onFailure(failure -> {}) // then no shift is offered
                .start();
    }

    /** What fits what is typed so far; what is a stretch of time as it stands comes first. */
    public List<Offer> offers(String typed) {
        TimeWords words = words();
        List<Offer> offers = new ArrayList<>();
        find(words, typed).ifPresent(range -> offers.add(new Offer(typed.strip(), range)));
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        for (String phrase : phrases(typed)) {
            if (offers.size() < OFFERS
                    && phrase.toLowerCase(Locale.ROOT).contains(wanted)
                    && offers.stream().noneMatch(offer -> offer.words().equalsIgnoreCase(phrase))) {
                find(words, phrase).ifPresent(range -> offers.add(new Offer(phrase, range)));
            }
        }
        return offers;
    }

    /** Shows what the words mean; what only a work order can tell is asked for, and said when it is not found. */
    public void say(String typed) {
        switch (words().find(typed).orElse(null)) {
            case TimeFound.Range range -> choose(new Offer(typed.strip(), range));
            case TimeFound.SinceOrder(String order) ->
                sinceOrder(order, found -> {
                    if (found.isEmpty()) {
                        notices.info(messages.text("time.no.order", order));
                    } else {
                        choose(found.getFirst());
                    }
                });
            case null -> notices.info(messages.text("time.unknown", typed.strip()));
        }
    }

    /** Work orders whose title or text has these words, newest first, as times since they were reported. */
    public void sinceOrder(String text, Consumer<List<Offer>> answer) {
        WorkOrderFilter filter = new WorkOrderFilter(text, Set.of(), Set.of(), Assignment.ANYBODY, null);
        tasks.run(() -> orders.list(filter, PageRequest.first(OFFERS)))
                .newest(TaskKey.of(this, "orders"))
                .onSuccess(found -> answer.accept(found.items().stream()
                        .map(WorkOrderLine::order)
                        .flatMap(order -> since(order).stream())
                        .toList()))
                .onFailure(failure -> answer.accept(List.of()))
                .start();
    }

    public void choose(Offer offer) {
        page.showTime(offer.range(), offer.words());
    }

    /** The words that a typed work order is named by; empty where none is. */
    public Optional<String> orderIn(String typed) {
        return words().find(typed)
                .filter(TimeFound.SinceOrder.class::isInstance)
                .map(found -> ((TimeFound.SinceOrder) found).words());
    }

    private Optional<Offer> since(WorkOrder order) {
        Instant reported = order.createdAt();
        Instant now = formats.clock().instant();
        return reported == null || !reported.isBefore(now)
                ? Optional.empty()
                : Optional.of(new Offer(
                        messages.text("time.since.order", order.title()), new TimeFound.Range(reported, now, false)));
    }

    private TimeWords words() {
        return new TimeWords(formats.clock().instant(), formats.zone(), shifts);
    }

    private static Optional<TimeFound.Range> find(TimeWords words, String text) {
        return words.find(text).filter(TimeFound.Range.class::isInstance).map(TimeFound.Range.class::cast);
    }

    private List<String> phrases(String typed) {
        List<String> phrases = new ArrayList<>();
        String number = typed.strip().replaceAll("^\\D*?(\\d{1,4}).*$", "$1");
        if (number.matches("\\d{1,4}")) {
            for (String key : List.of("time.minutes", "time.hours", "time.days")) {
                phrases.add(messages.text(key, number));
            }
        }
        for (String eight : List.of("1", "8", "24")) {
            phrases.add(messages.text("time.hours", eight));
        }
        phrases.add(messages.text("time.days", "7"));
        phrases.add(messages.text("time.days", "30"));
        phrases.add(messages.text("time.today"));
        phrases.add(messages.text("time.yesterday"));
        phrases.add(messages.text("time.week"));
        phrases.add(messages.text("time.week.last"));
        if (!shifts.isEmpty()) {
            phrases.add(messages.text("time.shift.now"));
        }
        for (Shift shift : shifts) {
            phrases.add(messages.text("time.shift.yesterday", shift.name()));
            phrases.add(messages.text("time.shift.last", shift.name()));
        }
        return phrases;
    }
}
