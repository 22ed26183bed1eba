package planted.service;

import java.util.logging.Logger;

/** Breaks rule 13: logs past the logging facade. */
public final class OldLogger {
    private static final Logger LOG = Logger.getLogger("old");

    public void log() {
        LOG.info("seen by nobody");
    }
}
