package com.prosynchub.service.site;

import static com.prosynchub.model.access.Action.UPDATE;
import static com.prosynchub.model.access.Resource.SETTINGS;

import com.prosynchub.data.SiteSettingsRepository;
import com.prosynchub.model.failure.FieldChecks;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.site.SiteSettings;
import com.prosynchub.model.site.SiteSettingsRules;
import com.prosynchub.service.access.AccessGate;
import com.prosynchub.service.access.Unrestricted;

/** Calendar, shifts, agreed words and numbering of the site. Workers only; safe for all of them. */
public final class SiteSettingsService {
    private final AccessGate gate;
    private final SiteSettingsRepository settings;

    public SiteSettingsService(AccessGate gate, SiteSettingsRepository settings) {
        this.gate = gate;
        this.settings = settings;
    }

    /** The settings as they stand. */
    @Unrestricted("shifts, working days and agreed words are the same for everybody at the site")
    public SiteSettings read() {
        return settings.read();
    }

    /** Saves all of them as one. */
    public SaveResult<SiteSettings> save(SiteSettings typed) {
        gate.require(SETTINGS, UPDATE);
        FieldChecks.demand(SiteSettingsRules.check(typed));
        return settings.save(typed);
    }
}
