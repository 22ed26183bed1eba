package com.prosynchub.ui.settings;

import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.site.SiteSettings;
import com.prosynchub.model.site.SiteSettingsRules;
import com.prosynchub.service.site.SiteSettingsService;
import com.prosynchub.ui.kit.dialog.Conflict;
import com.prosynchub.ui.kit.dialog.Differences;
import com.prosynchub.ui.kit.notice.Notices;
import com.prosynchub.ui.kit.task.TaskKey;
import com.prosynchub.ui.kit.task.TaskRunner;
import com.prosynchub.ui.kit.text.FailureText;
import com.prosynchub.ui.kit.text.Messages;
import com.prosynchub.ui.kit.view.RecordForm;
import com.prosynchub.ui.kit.view.ScreenState;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The site's settings in one form, saved as one. FX thread. */
public final class SiteSettingsViewModel {
    private static final Differences<SiteSettings> DIFFERENCES = new Differences<SiteSettings>()
            .field(
                    "workingDays",
                    settings -> settings.workingDays().stream().sorted().toList())
            .field("shifts", SiteSettings::shifts)
            .field("holidays", SiteSettings::holidays)
            .field("codes", SiteSettings::codes)
            .field("numbering", SiteSettings::numbering);

    private final SiteSettingsService service;
    private final TaskRunner tasks;
    private final Notices notices;
    private final Messages messages = Messages.of("settings");
    private final RecordForm<SiteSettings> form;
    final SettingsDraft draft;
    private final ReadOnlyObjectWrapper<ScreenState> state = new ReadOnlyObjectWrapper<>(ScreenState.loading());

    public SiteSettingsViewModel(SiteSettingsService service, TaskRunner tasks, Notices notices) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        form = new RecordForm<>(tasks, new Parts());
        draft = new SettingsDraft(form::typed);
    }

    /** Reads what is stored; what is typed stays. */
    public void load() {
        tasks.run(service::read)
                .newest(TaskKey.of(this, "load"))
                .onSuccess(now -> {
                    form.renew(now);
                    state.set(ScreenState.ready());
                })
                .onFailure(failure -> state.set(ScreenState.failed(failure)))
                .start();
    }

    /** What is wrong in the lists whose name begins so, a sentence for each line; empty when nothing is. */
    String problems(Failure.@Nullable Invalid invalid, String list) {
        return invalid == null
                ? ""
                : invalid.violations().stream()
                        .filter(violation -> violation.field().startsWith(list))
                        .map(this::sentence)
                        .collect(Collectors.joining("\n"));
    }

    private String sentence(Failure.Violation violation) {
        String last = violation.field().substring(violation.field().lastIndexOf('.') + 1);
        String rule =
                switch (violation.rule()) {
                    case "time" -> messages.text("rule.time");
                    case "tooMany" ->
                        messages.text("rule.tooMany", violation.arguments().toArray());
                    default -> FailureText.of(violation);
                };
        return last.matches("\\d+") ? messages.text("line", last, rule) : rule;
    }

    public RecordForm<SiteSettings> form() {
        return form;
    }

    public ReadOnlyObjectProperty<ScreenState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the form knows of the settings. */
    private final class Parts implements RecordForm.Parts<SiteSettings> {
        @Override
        public void show(@Nullable SiteSettings settings) {
            if (settings != null) {
                draft.show(settings);
            }
        }

        @Override
        public SiteSettings read(SiteSettings base, FieldChecks checks) {
            return draft.read(base.revision(), checks);
        }

        @Override
        public List<Failure.Violation> check(SiteSettings typed) {
            return SiteSettingsRules.check(typed);
        }

        @Override
        public boolean isNew(SiteSettings settings) {
            return false;
        }

        @Override
        public SaveResult<SiteSettings> write(SiteSettings typed, SiteSettings base) {
            return service.save(typed);
        }

        @Override
        public Conflict<SiteSettings> compare(SiteSettings mine, SiteSettings theirs) {
            return DIFFERENCES.conflict(mine, theirs);
        }

        @Override
        public void answered(SaveResult<SiteSettings> result) {
            if (result instanceof SaveResult.Saved<SiteSettings>) {
                notices.success(messages.text("saved"));
            }
        }

        @Override
        public void failed(Failure failure) {
            notices.failure(failure);
        }
    }
}
