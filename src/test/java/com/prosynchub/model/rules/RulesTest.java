package com.prosynchub.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.fixture.Records;
import com.prosynchub.model.access.AccountRules;
import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetRules;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.failure.Failure.Violation;
import com.prosynchub.model.inventory.Part;
import com.prosynchub.model.inventory.PartRules;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.location.LocationRules;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricRules;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderRules;
import com.prosynchub.model.workorder.WorkOrderStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    @Test
    void validRecordsBreakNoRule() {
        assertThat(AssetRules.check(Records.asset("A", 1, UUID.randomUUID()))).isEmpty();
        assertThat(AssetRules.check(Records.type("T"))).isEmpty();
        assertThat(LocationRules.check(Records.location("L", 3))).isEmpty();
        assertThat(MetricRules.check(Records.metric(UUID.randomUUID(), "level_2", 1.0)))
                .isEmpty();
        assertThat(WorkOrderRules.check(Records.workOrder("W", UUID.randomUUID(), WorkOrderStatus.OPEN, DAY)))
                .isEmpty();
        assertThat(PartRules.check(Records.part("P", 0, 0))).isEmpty();
    }

    @Test
    void everyFieldOfAnAssetIsChecked() {
        UUID id = UUID.randomUUID();
        assertThat(said(AssetRules.check(new Asset(
                        id,
                        "n".repeat(101),
                        null,
                        0,
                        AssetStatus.OPERATIONAL,
                        101,
                        null,
                        "m".repeat(101),
                        "m".repeat(101),
                        "s".repeat(101),
                        DAY,
                        new BigDecimal("1.005"),
                        0,
                        DAY.minusDays(1),
                        DAY,
                        DAY.minusDays(1),
                        id,
                        "q".repeat(256),
                        "i".repeat(256),
                        null,
                        null,
                        null,
                        null,
                        0))))
                .containsExactly(
                        "name tooLong",
                        "assetTypeId required",
                        "healthScore range",
                        "manufacturer tooLong",
                        "model tooLong",
                        "serialNumber tooLong",
                        "purchaseCost decimals",
                        "expectedLifetime range",
                        "warrantyExpiryDate order",
                        "nextMaintenanceDate order",
                        "parentAssetId cycle",
                        "qrCode tooLong",
                        "imageUrl tooLong");
        assertThat(said(AssetRules.check(new AssetType(0, " ", null, "Not An Icon", 0))))
                .containsExactly("name required", "icon pattern");
    }

    @Test
    void lengthCountsCharactersAsTheDatabaseDoes() {
        assertThat(AssetRules.check(Records.asset("😀".repeat(100), 1, null))).isEmpty();
    }

    @Test
    void halfACoordinateIsNone() {
        assertThat(said(LocationRules.check(new Location(
                        7,
                        "L",
                        null,
                        null,
                        "c".repeat(101),
                        null,
                        null,
                        "p".repeat(21),
                        new BigDecimal("90.5"),
                        null,
                        7,
                        0))))
                .containsExactly(
                        "city tooLong",
                        "postalCode tooLong",
                        "latitude range",
                        "longitude together",
                        "parentLocationId cycle");
    }

    @Test
    void limitsFitTheirColumnsAndTheBandIsInOrder() {
        AssetMetric wrong = new AssetMetric(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Flow",
                null,
                "u".repeat(21),
                new MetricLimits(
                        new BigDecimal(5), new BigDecimal(4), new BigDecimal("0.00001"), new BigDecimal("1e9")),
                null,
                0);
        assertThat(said(MetricRules.check(wrong)))
                .containsExactly("name pattern", "unit tooLong", "warning decimals", "critical range", "max order");
    }

    @Test
    void workPartsAndAccounts() {
        WorkOrder w = new WorkOrder(
                UUID.randomUUID(),
                "",
                null,
                null,
                WorkOrderStatus.OPEN,
                Priority.LOW,
                null,
                null,
                new BigDecimal("-1"),
                new BigDecimal("10000"),
                null,
                null,
                null,
                null,
                null,
                null,
                0);
        assertThat(said(WorkOrderRules.check(w)))
                .containsExactly("title required", "assetId required", "estimatedHours range", "actualHours range");
        assertThat(said(WorkOrderRules.check(new ChecklistItem(
                        UUID.randomUUID(), UUID.randomUUID(), "t".repeat(256), false, null, null, null, -1, 0))))
                .containsExactly("task tooLong", "sequence range");
        assertThat(said(PartRules.check(new Part(
                        UUID.randomUUID(),
                        "",
                        null,
                        null,
                        null,
                        new BigDecimal("-0.01"),
                        -1,
                        -1,
                        0,
                        null,
                        null,
                        null,
                        0))))
                .containsExactly(
                        "name required",
                        "sku required",
                        "cost range",
                        "quantityInStock range",
                        "reorderPoint range",
                        "reorderQuantity range");
        assertThat(said(AccountRules.check(new UserAccount(
                        UUID.randomUUID(), "", "nobody", "", "", 0, "1".repeat(21), null, null, true, null, 0))))
                .containsExactly("username required", "email pattern", "roleId required", "phoneNumber tooLong");
    }

    private static List<String> said(List<Violation> violations) {
        return violations.stream().map(v -> v.field() + " " + v.rule()).toList();
    }
}
