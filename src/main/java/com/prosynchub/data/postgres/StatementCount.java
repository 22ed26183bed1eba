package com.prosynchub.data.postgres;

import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the statements that Hibernate sends, per thread, and logs them when traced. Any thread. */
final class StatementCount implements StatementInspector {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(StatementCount.class);
    private static final ThreadLocal<int[]> COUNT = ThreadLocal.withInitial(() -> new int[1]);

    /** Statements sent by the calling thread since it began. */
    static int ofThisThread() {
        return COUNT.get()[0];
    }

    @Override
    public String inspect(String sql) {
        COUNT.get()[0]++;
        LOG.trace("{}", sql);
        return sql;
    }
}
