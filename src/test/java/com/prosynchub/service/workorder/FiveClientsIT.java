package com.prosynchub.service.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.RelationalSession;
import com.prosynchub.fixture.Records;
import com.prosynchub.fixture.TestSite;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.model.failure.SaveResult;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.session.SessionServices;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Five people move, give away and tick the same orders at random and at once, half of the time from what they read long ago. */
class FiveClientsIT {
    private static final int ORDERS = 8;
    private static final int ROUNDS = 120;
    private static final long SEED = 5;

    private final TestSite site = TestSite.shared();
    private final AtomicInteger saved = new AtomicInteger();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void noStateIsIllegalNoUpdateLostAndNoLineMissing() throws Exception {
        List<RelationalSession> people = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(5)) {
            for (String role : List.of("Manager", "Manager", "Manager", "Technician", "Technician")) {
                people.add(site.session(role));
            }
            List<UUID> orders = orders(people);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                SessionServices services = services(people.get(i));
                Random random = new Random(SEED + i);
                List<UUID> assignees =
                        people.stream().map(person -> person.user().userId()).toList();
                running.add(workers.submit(() -> work(services, orders, assignees, random)));
            }
            for (Future<?> one : running) {
                one.get();
            }
            assertThat(saved.get()).as("acknowledged").isGreaterThan(100);
            assertThat(conflicts.get()).as("too late").isPositive();
            assertThat(refused.get()).as("not allowed").isPositive();
            int lines = 0;
            for (UUID order : orders) {
                lines += follow(order);
            }
            assertThat(lines)
                    .as("one line in the ledger for each acknowledged change")
                    .isEqualTo(saved.get());
        } finally {
            people.forEach(RelationalSession::close);
        }
    }

    private void work(SessionServices services, List<UUID> orders, List<UUID> people, Random random) {
        Map<UUID, WorkOrder> remembered = new HashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            UUID id = orders.get(random.nextInt(orders.size()));
            WorkOrder order = random.nextBoolean() ? remembered.get(id) : null;
            if (order == null) {
                order = services.workOrders()
                        .find(id)
                        .map(found -> found.order())
                        .orElse(null);
            }
            if (order == null) {
                continue; // given to somebody else meanwhile
            }
            remembered.put(id, order);
            try {
                switch (change(services, order, people, random)) {
                    case SaveResult.Saved<WorkOrder>(WorkOrder now) -> {
                        // Giving an order to whom it has already writes nothing.
                        saved.addAndGet(now.revision() == order.revision() ? 0 : 1);
                        remembered.put(id, now);
                    }
                    case SaveResult.Conflict<WorkOrder> late -> {
                        conflicts.incrementAndGet();
                        remembered.remove(id);
                    }
                    case SaveResult.Gone<WorkOrder> gone -> remembered.remove(id);
                }
            } catch (FailureException no) {
                refused.incrementAndGet();
            }
        }
    }

    private static SaveResult<WorkOrder> change(
            SessionServices services, WorkOrder order, List<UUID> people, Random random) {
        if (random.nextInt(4) == 0) {
            return services.workOrders().assign(order, people.get(random.nextInt(people.size())));
        }
        // Mostly along the allowed moves, and seldom to where nothing leads on from.
        List<WorkOrderStatus> allowed = order.status().next().stream()
                .filter(to -> to != WorkOrderStatus.CANCELLED)
                .toList();
        WorkOrderStatus[] all = WorkOrderStatus.values();
        WorkOrderStatus to = random.nextInt(5) == 0 || allowed.isEmpty()
                ? all[random.nextInt(all.length - 1)]
                : allowed.get(random.nextInt(allowed.size()));
        return services.workOrders().move(order, to, BigDecimal.ONE, "once more");
    }

    /** Follows an order through the ledger: each line begins where the one before ended. Answers how many there are. */
    private int follow(UUID order) throws SQLException {
        int lines = 0;
        try (Connection connection = site.superuser();
                Statement statement = connection.createStatement();
                ResultSet line = statement.executeQuery("""
                    SELECT previous_state ->> 'status', new_state ->> 'status',
                           (new_state ->> 'row_version')::int - (previous_state ->> 'row_version')::int,
                           previous_state = lag(new_state) OVER (ORDER BY seq),
                           lead(seq) OVER (ORDER BY seq) IS NOT NULL
                               OR (new_state ->> 'row_version')::int = w.row_version
                                   AND new_state ->> 'status' = w.status
                                   AND (new_state ->> 'assigned_to_id')::uuid IS NOT DISTINCT FROM w.assigned_to_id
                    FROM audit.outbox o JOIN app.work_orders w ON w.work_order_id = o.entity_id
                    WHERE entity_type = 'WORK_ORDER' AND action = 'UPDATE' AND entity_id = '%s' ORDER BY seq
                    """.formatted(order))) {
            while (line.next()) {
                WorkOrderStatus from = WorkOrderStatus.ofLabel(line.getString(1));
                WorkOrderStatus to = WorkOrderStatus.ofLabel(line.getString(2));
                assertThat(to == from || from.next().contains(to))
                        .as("%s to %s", from, to)
                        .isTrue();
                assertThat(line.getInt(3)).as("versions").isEqualTo(1);
                assertThat(lines == 0 || line.getBoolean(4))
                        .as("nothing lost between two lines")
                        .isTrue();
                assertThat(line.getBoolean(5)).as("the last line is the row").isTrue();
                lines++;
            }
        }
        return lines;
    }

    private List<UUID> orders(List<RelationalSession> people) {
        SessionServices manager = services(people.getFirst());
        int type = manager.assetTypes()
                .create(Records.type("Type " + UUID.randomUUID()))
                .id();
        UUID asset = manager.assets().create(Records.asset("Pump", type, null)).id();
        List<UUID> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            WorkOrder made =
                    manager.workOrders().create(Records.workOrder("Order " + i, asset, WorkOrderStatus.OPEN, null));
            manager.workOrders()
                    .assign(made, people.get(i % people.size()).user().userId());
            saved.incrementAndGet();
            orders.add(made.id());
        }
        return orders;
    }

    private SessionServices services(RelationalSession session) {
        return SessionServices.open(session, new FakeDocumentStore(), Clock.systemUTC());
    }
}
