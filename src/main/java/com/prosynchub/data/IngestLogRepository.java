package com.prosynchub.data;

import com.prosynchub.model.ingest.DeadLetter;
import com.prosynchub.model.ingest.IngestSource;
import com.prosynchub.model.ingest.LetterFilter;
import com.prosynchub.model.ingest.RefusedValue;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What came in and what was refused, as a person may see it. */
public interface IngestLogRepository {
    /** So many refused values are kept, the newest ones. */
    int KEPT = 10_000;

    /** Every source by name. */
    List<IngestSource> sources();

    /** Refused values, newest first; none for people who are limited to places. */
    Page<DeadLetter> letters(LetterFilter filter, PageRequest page);

    /** Those of these that are still there. */
    List<DeadLetter> letters(Collection<Long> ids);

    /**
     * Takes letters out, and gives others the reason of today. Answers how many went.
     *
     * @param again by letter, why it was refused once more
     */
    int settle(Collection<Long> done, Map<Long, RefusedValue> again);
}
