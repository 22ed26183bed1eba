package com.prosynchub.data.mongo;

import com.prosynchub.data.DocumentStore;
import com.prosynchub.fixture.TestDocuments;
import com.prosynchub.fixture.contract.DocumentStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoDocumentStoreIT extends DocumentStoreContract {
    private DocumentStore store;

    @BeforeAll
    void open() {
        store = TestDocuments.open();
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Override
    protected DocumentStore store() {
        return store;
    }
}
