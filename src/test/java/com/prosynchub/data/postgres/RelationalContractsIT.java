package com.prosynchub.data.postgres;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.fixture.contract.AccountRepositoryContract;
import com.prosynchub.fixture.contract.AssetMetricRepositoryContract;
import com.prosynchub.fixture.contract.AssetRepositoryContract;
import com.prosynchub.fixture.contract.MetricGridRepositoryContract;
import com.prosynchub.fixture.contract.PartRepositoryContract;
import com.prosynchub.fixture.contract.ReferenceDataContract;
import com.prosynchub.fixture.contract.RoleRepositoryContract;
import com.prosynchub.fixture.contract.WorkOrderRepositoryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The real store keeps the contracts that the fakes keep. */
class RelationalContractsIT {
    private static RelationalSession manager;
    private static RelationalSession administrator;

    @BeforeAll
    static void signIn() {
        manager = TestSite.shared().session("Manager");
        administrator = TestSite.shared().session("Administrator");
    }

    @AfterAll
    static void signOut() {
        manager.close();
        administrator.close();
    }

    @Nested
    class Assets extends AssetRepositoryContract {
        @Override
        protected RelationalSession session() {
            return manager;
        }
    }

    @Nested
    class ReferenceData extends ReferenceDataContract {
        @Override
        protected RelationalSession session() {
            return manager;
        }
    }

    @Nested
    class AssetMetrics extends AssetMetricRepositoryContract {
        @Override
        protected RelationalSession session() {
            return manager;
        }
    }

    @Nested
    class MetricGrid extends MetricGridRepositoryContract {
        @Override
        protected RelationalSession session() {
            return manager;
        }
    }

    @Nested
    class WorkOrders extends WorkOrderRepositoryContract {
        @Override
        protected RelationalSession session() {
            return manager;
        }
    }

    @Nested
    class Parts extends PartRepositoryContract {
        @Override
        protected RelationalSession session() {
            return manager;
        }
    }

    @Nested
    class Accounts extends AccountRepositoryContract {
        @Override
        protected RelationalSession session() {
            return administrator;
        }
    }

    @Nested
    class Roles extends RoleRepositoryContract {
        @Override
        protected RelationalSession session() {
            return administrator;
        }
    }
}
