package com.prosynchub.data.mongo;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.data.MetricHistoryRepository;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.fixture.contract.MetricHistoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MongoMetricHistoryIT extends MetricHistoryContract {
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
    protected MetricHistoryRepository history() {
        return store.metricHistory();
    }
}
