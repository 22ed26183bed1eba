package com.prosynchub.data.mongo;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.fixture.contract.MetricRollupContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MongoMetricRollupsIT extends MetricRollupContract {
    private static DocumentStore store;

    @BeforeAll
    static void open() {
        store = TestDocuments.open();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    protected DocumentStore store() {
        return store;
    }
}
