package com.prosynchub.ui;

import com.prosynchub.data.DiskRoom;
import com.prosynchub.fixture.SeededRoles;
import com.prosynchub.fixture.fake.FakeDocumentStore;
import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalGate;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.asset.Asset;
import com.prosynchub.model.asset.AssetStatus;
import com.prosynchub.model.asset.AssetType;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.inventory.Part;
import com.prosynchub.model.location.Location;
import com.prosynchub.model.metric.AssetMetric;
import com.prosynchub.model.metric.MetricLimits;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.notice.Comment;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.model.workorder.ChecklistItem;
import com.prosynchub.model.workorder.Priority;
import com.prosynchub.model.workorder.WorkOrder;
import com.prosynchub.model.workorder.WorkOrderStatus;
import com.prosynchub.service.health.StoreHealthService;
import com.prosynchub.service.session.SessionServices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small dairy over the fakes, with a morning of history, for screens, pictures and window tests. */
public final class SamplePlant {
    public static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");

    public final FakePlant plant = SeededRoles.plant();
    public final FakeDocumentStore documents = new FakeDocumentStore();
    public final FakeRelationalSession session;
    public final SessionServices services;
    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Map<String, UUID> byName = new HashMap<>();
    private final Map<String, Integer> types = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    public SamplePlant(String role) {
        session = plant.session(role);
        services = SessionServices.open(session, documents, clock);
        stock();
    }

    public StoreHealthService health() {
        return new StoreHealthService(new FakeRelationalGate(plant), documents, null, DiskRoom.ELSEWHERE, clock);
    }

    public UUID id(String name) {
        UUID id = byName.get(name);
        if (id == null) {
            throw new IllegalArgumentException(name);
        }
        return id;
    }

    private void stock() {
        for (String[] type : new String[][] {
            {"Plant", "ci-industry"},
            {"Line", "ci-flow"},
            {"Pump", "ci-rotate"},
            {"Motor", "ci-flash"},
            {"Heat exchanger", "ci-temperature"},
            {"Separator", "ci-cyclone"},
            {"Filler", "ci-cup"},
            {"Compressor", "ci-windy"},
            {"Valve", "ci-flow-connection"}
        }) {
            types.put(
                    type[0],
                    session.assetTypes()
                            .insert(new AssetType(0, type[0], null, type[1], 0))
                            .id());
        }
        place("Nordholm dairy", null);
        place("Raw milk hall", "Nordholm dairy");
        place("Process hall", "Nordholm dairy");
        place("Filling hall", "Nordholm dairy");
        place("Utilities", "Nordholm dairy");
        asset("Nordholm dairy", "Plant", null, "Nordholm dairy", AssetStatus.OPERATIONAL, 84);
        line("Raw milk reception", "Raw milk hall", AssetStatus.OPERATIONAL, 88);
        line("Pasteurising line 1", "Process hall", AssetStatus.WARNING, 64);
        line("Filling line A", "Filling hall", AssetStatus.OPERATIONAL, 91);
        line("Cooling and compressed air", "Utilities", AssetStatus.CRITICAL, 41);
        machine("Intake pump P-101", "Pump", "Raw milk reception", AssetStatus.OPERATIONAL, 92);
        machine("Intake pump P-102", "Pump", "Raw milk reception", AssetStatus.UNDER_MAINTENANCE, 71);
        machine("Plate heat exchanger E-201", "Heat exchanger", "Pasteurising line 1", AssetStatus.WARNING, 58);
        machine("Separator S-210", "Separator", "Pasteurising line 1", AssetStatus.OPERATIONAL, 83);
        machine(
                "Booster pump P-220 with frequency converter and double mechanical seal",
                "Pump",
                "Pasteurising line 1",
                AssetStatus.OPERATIONAL,
                79);
        machine("Rotary filler F-301", "Filler", "Filling line A", AssetStatus.OPERATIONAL, 94);
        machine("Ammonia compressor C-401", "Compressor", "Cooling and compressed air", AssetStatus.CRITICAL, 22);
        machine("Air compressor C-402", "Compressor", "Cooling and compressed air", AssetStatus.OFFLINE, null);
        machine("Drive motor M-401", "Motor", "Ammonia compressor C-401", AssetStatus.WARNING, 47);
        machine("Suction valve V-401", "Valve", "Ammonia compressor C-401", AssetStatus.OPERATIONAL, 90);
        metric("Ammonia compressor C-401", "discharge_temperature", "°C", 118.4, "20", "110", "95", "115");
        metric("Ammonia compressor C-401", "suction_pressure", "bar", 2.31, "1.8", "3.6", null, null);
        metric("Ammonia compressor C-401", "vibration", "mm/s", 6.8, null, "7.1", "4.5", "9");
        metric("Ammonia compressor C-401", "oil_level", "%", 62, null, null, "40", "25");
        metric("Plate heat exchanger E-201", "outlet_temperature", "°C", 72.1, "72", "76", "75", "78");
        metric("Plate heat exchanger E-201", "pressure_drop", "bar", 1.42, null, "1.6", "1.3", "1.9");
        metric("Separator S-210", "speed", "rpm", 6480, "6200", "6700", null, null);
        metric("Drive motor M-401", "winding_temperature", "°C", 96.2, null, "120", "90", "130");
        metric("Rotary filler F-301", "fill_weight", "g", 1002.4, "995", "1015", null, null);
        history();
        work();
    }

    private void place(String name, @Nullable String parent) {
        Location made = session.locations()
                .insert(new Location(
                        0,
                        name,
                        null,
                        parent == null ? "Mejerivej 4" : null,
                        "Nordholm",
                        null,
                        "Denmark",
                        "7800",
                        null,
                        null,
                        parent == null ? null : places.get(parent),
                        0));
        places.put(name, made.id());
    }

    private void line(String name, String place, AssetStatus status, int health) {
        asset(name, "Line", "Nordholm dairy", place, status, health);
    }

    private void machine(String name, String type, String parent, AssetStatus status, @Nullable Integer health) {
        asset(name, type, parent, null, status, health);
    }

    private void asset(
            String name,
            String type,
            @Nullable String parent,
            @Nullable String place,
            AssetStatus status,
            @Nullable Integer health) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        byName.put(name, id);
        session.assets()
                .insert(new Asset(
                        id,
                        name,
                        type.equals("Compressor") ? "Two-stage piston compressor of the ice water plant." : null,
                        types.getOrDefault(type, 0),
                        status,
                        health,
                        place == null ? places.get("Utilities") : places.get(place),
                        "Sabroe",
                        "HPC 104",
                        "SB-" + Math.abs(name.hashCode() % 100_000),
                        LocalDate.of(2017, 5, 3),
                        new BigDecimal("48200.00"),
                        180,
                        LocalDate.of(2022, 5, 3),
                        LocalDate.of(2025, 11, 20),
                        LocalDate.of(2026, 2, 20),
                        parent == null ? null : id(parent),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0));
    }

    private void metric(
            String asset,
            String name,
            String unit,
            double value,
            @Nullable String min,
            @Nullable String max,
            @Nullable String warning,
            @Nullable String critical) {
        session.metrics()
                .insert(new AssetMetric(
                        UUID.nameUUIDFromBytes((asset + name).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        id(asset),
                        name,
                        BigDecimal.valueOf(value),
                        unit,
                        new MetricLimits(decimal(min), decimal(max), decimal(warning), decimal(critical)),
                        NOW.minusSeconds(name.length() % 7),
                        0));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private void history() {
        List<MetricSample> samples = new ArrayList<>();
        UUID compressor = id("Ammonia compressor C-401");
        Instant from = NOW.minus(Duration.ofHours(3));
        for (int i = 0; i <= 3 * 3600 / 5; i++) {
            Instant at = from.plusSeconds(i * 5L);
            if (i > 900 && i < 1010) {
                continue;
            }
            double x = i / 120.0;
            double drift = i > 1500 ? (i - 1500) / 22.0 : 0;
            samples.add(new MetricSample(
                    compressor,
                    at,
                    Map.of(
                            "discharge_temperature", round(88 + 3 * Math.sin(x) + noise(i) + drift),
                            "suction_pressure", round(2.5 + 0.2 * Math.sin(x * 1.7) + noise(i * 3) * 0.05),
                            "vibration", round(3.4 + 0.4 * Math.sin(x * 2.1) + noise(i * 7) * 0.2 + drift / 10),
                            "oil_level", round(66 - i / 540.0))));
        }
        documents.metricHistory().insert(samples);
    }

    private static double noise(int i) {
        return Math.sin(i * 12.9898) * Math.cos(i * 78.233) * 0.8;
    }

    private static double round(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).doubleValue();
    }

    private void work() {
        UUID user = session.user().userId();
        order("Change discharge valve plates", "Ammonia compressor C-401", Priority.CRITICAL, -2);
        order("Align coupling", "Drive motor M-401", Priority.HIGH, 1);
        order("Clean plates, side 2", "Plate heat exchanger E-201", Priority.MEDIUM, 4);
        order("Calibrate load cells", "Rotary filler F-301", Priority.LOW, 9);
        UUID first = session.workOrders()
                .list(Set.of(), PageRequest.first(1))
                .items()
                .getFirst()
                .id();
        int sequence = 0;
        for (String task : new String[] {
            "Isolate and lock out the drive",
            "Close suction and discharge stop valves, bleed the cylinder to below 0.5 bar",
            "Change both valve plates and their gaskets",
            "Leak test with nitrogen, 10 bar for 15 minutes"
        }) {
            session.workOrders()
                    .insertStep(new ChecklistItem(
                            UUID.randomUUID(), first, task, task.startsWith("Iso"), user, NOW, null, ++sequence, 0));
        }
        documents
                .comments()
                .insert(new Comment(
                        null,
                        first,
                        user,
                        "Plates are on shelf 4. The gasket set came without the copper ring.",
                        List.of(),
                        NOW.minus(Duration.ofMinutes(40)),
                        null));
        session.parts()
                .insert(new Part(
                        UUID.randomUUID(),
                        "Seal kit P-100",
                        null,
                        "SK-100",
                        "Seals",
                        null,
                        1,
                        4,
                        10,
                        null,
                        null,
                        null,
                        0));
        String[] words = {"Limits of discharge temperature changed", "Work order “Align coupling” created", "Signed in"
        };
        for (int i = 0; i < words.length; i++) {
            documents
                    .activities()
                    .insert(new Activity(
                            UUID.randomUUID(),
                            user,
                            i == 2 ? "LOGIN" : "ASSET_UPDATED",
                            words[i],
                            NOW.minus(Duration.ofMinutes(7L + 31L * i)),
                            i == 2 ? null : id("Ammonia compressor C-401"),
                            i == 2 ? null : "ASSET",
                            Map.of()));
        }
        documents
                .notifications()
                .insert(new Notification(
                        null,
                        user,
                        "Discharge temperature critical",
                        "Ammonia compressor C-401 is above its critical limit.",
                        Notification.Type.ALERT,
                        false,
                        false,
                        id("Ammonia compressor C-401"),
                        "ASSET",
                        NOW.minusSeconds(600)));
    }

    private void order(String title, String asset, Priority priority, int dueIn) {
        session.workOrders()
                .insert(new WorkOrder(
                        UUID.randomUUID(),
                        title,
                        null,
                        id(asset),
                        WorkOrderStatus.OPEN,
                        priority,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(dueIn),
                        null,
                        null,
                        null,
                        null,
                        null,
                        0));
    }
}
