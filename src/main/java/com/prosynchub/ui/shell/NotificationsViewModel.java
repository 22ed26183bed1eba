package com.prosynchub.ui.shell;

import com.prosynchub.model.notice.NoticeKind;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.activity.NotificationService;
import com.prosynchub.service.change.ChangeService;
import com.prosynchub.service.change.Watch;
import com.prosynchub.ui.kit.prefs.Preferences;
import com.prosynchub.ui.kit.task.Cancellable;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The bell: how many notifications are unread, and the newest when it is opened. FX thread. */
public final class NotificationsViewModel {
    static final Duration EVERY = Duration.ofSeconds(20);
    static final int SHOWN = 50;
    private static final int COUNTED = 200;

    private final NotificationService service;
    private final ChangeService changes;
    private final TaskRunner tasks;
    private final Preferences preferences;
    private final ReadOnlyLongWrapper unread = new ReadOnlyLongWrapper();
    private final ObservableList<Notification> list = FXCollections.observableArrayList();
    private @Nullable Cancellable ticking;
    private @Nullable Watch watch;

    public NotificationsViewModel(
            NotificationService service, ChangeService changes, TaskRunner tasks, Preferences preferences) {
        this.service = service;
        this.changes = changes;
        this.tasks = tasks;
        this.preferences = preferences;
    }

    public void start() {
        count();
        ticking = tasks.ui().every(EVERY, this::count);
        watch = changes.subscribe(
                Set.of(ChangeService.NOTIFICATIONS), change -> tasks.ui().post(this::count));
    }

    public void stop() {
        Cancellable running = ticking;
        if (running != null) {
            running.cancel();
            ticking = null;
        }
        Watch listening = watch;
        if (listening != null) {
            listening.close();
            watch = null;
        }
    }

    /** Reads the newest, for the list. */
    public void load() {
        tasks.run(() -> service.list(PageRequest.first(SHOWN)))
                .newest(TaskKey.of(this, "list"))
                .onSuccess(this::show)
                .start();
    }

    public void markRead(Notification notification) {
        String id = notification.id();
        if (id != null && !notification.read()) {
            tasks.perform(() -> service.markRead(id))
                    .onSuccess(done -> reload())
                    .start();
        }
    }

    public void dismiss(Notification notification) {
        String id = notification.id();
        if (id != null) {
            list.remove(notification);
            tasks.perform(() -> service.dismiss(id)).onSuccess(done -> count()).start();
        }
    }

    private void reload() {
        load();
        count();
    }

    private void count() {
        // The bell is quiet about a store that is down: the banner says it already.
        Set<NoticeKind> unwanted = unwanted();
        tasks.run(() -> unwanted.isEmpty() ? service.countUnread() : countUnread(unwanted))
                .newest(TaskKey.of(this, "count"))
                .onSuccess(unread::set)
                .onFailure(failure -> {})
                .start();
    }

    private void show(Page<Notification> page) {
        Set<NoticeKind> unwanted = unwanted();
        list.setAll(page.items().stream()
                .filter(item -> !unwanted.contains(NoticeKind.of(item)))
                .toList());
    }

    /** With kinds left out only the newest are counted: more than a bell can say anyhow. */
    private long countUnread(Set<NoticeKind> unwanted) {
        return service.list(PageRequest.first(COUNTED)).items().stream()
                .filter(item -> !item.read() && !unwanted.contains(NoticeKind.of(item)))
                .count();
    }

    /** Kinds that the person chose not to see. */
    private Set<NoticeKind> unwanted() {
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> !preferences.getBoolean(Preferences.NOTICE + kind.word(), true))
                .collect(Collectors.toSet());
    }

    public ReadOnlyLongProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** Newest first; at most {@link #SHOWN}. */
    public ObservableList<Notification> list() {
        return list;
    }
}
