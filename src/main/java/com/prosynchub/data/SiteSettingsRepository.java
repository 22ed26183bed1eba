package com.prosynchub.data;

import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.site.SiteSettings;

/** The site's settings; everybody signed in may read them, so that calendars and lists are the same everywhere. */
public interface SiteSettingsRepository {
    SiteSettings read();

    /** Stores all of them as one. */
    SaveResult<SiteSettings> save(SiteSettings settings);
}
