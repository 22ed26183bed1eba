package com.prosynchub.service.demo;

import com.prosynchub.data.DocumentIds;
import com.prosynchub.data.DocumentStore;
import com.prosynchub.model.audit.Activity;
import com.prosynchub.model.audit.RecordKey;
import com.prosynchub.model.notice.Comment;
import com.prosynchub.model.notice.Notification;
import com.prosynchub.model.notice.Notification.Type;
import com.prosynchub.model.prediction.Prediction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What people of the demo plant wrote, were told and did, and what the algorithms think. Everything is stored under an id
 * made of its place in these lists, so that storing twice stores once. Times are hours before the installation.
 */
final class DemoDocuments {
    private static final int HELEN = 1;
    private static final int TOM = 2;
    private static final int PRIYA = 3;
    private static final int LUIS = 4;
    private static final int GEORGE = 5;
    private static final int ANNA = 6;
    private static final int SAM = 7;
    private static final int MIA = 8;

    private static final int COMMENT = 1_000;
    private static final int NOTICE = 2_000;
    private static final int ACTIVITY = 3_000;
    private static final int PREDICTION = 4_000;

    private record Said(int order, int user, double hoursAgo, String text) {}

    private record Told(int user, double hoursAgo, Type type, boolean read, int order, String title, String message) {}

    private record Did(int user, double hoursAgo, String type, String targetType, int target, String text) {}

    private record Guess(
            int asset, double hoursAgo, String type, double value, double probability, double lower, double upper) {}

    private static final List<Said> COMMENTS = List.of(
            new Said(
                    1,
                    LUIS,
                    190,
                    "Opened the bowl. Discs are fine, upper spindle bearing has a mark on the outer race."),
            new Said(1, TOM, 188, "Bearing set ordered, promised for this week. Please run at 60 % until then."),
            new Said(1, PRIYA, 160, "Running at 60 %. Vibration stays near 9.5 mm/s."),
            new Said(1, TOM, 26, "Supplier confirms delivery for tomorrow morning."),
            new Said(2, PRIYA, 70, "About one litre of milk in the drip tray per shift."),
            new Said(2, TOM, 52, "Packing is in stock. Line 2 can spare the machine after the night batch."),
            new Said(3, SAM, 44, "Inlet end cover is off. Tubes on the water side are half closed with scale."),
            new Said(3, TOM, 40, "Take pictures for the water treatment contractor, please."),
            new Said(3, SAM, 20, "Rinsed twice. New filter goes in tomorrow."),
            new Said(4, LUIS, 30, "Gearbox is lifted, shaft is straight. Waiting for the seal kit from the store."),
            new Said(4, GEORGE, 22, "Quality needs a swab before the tank goes back into production."),
            new Said(5, ANNA, 100, "Cable was cut when the tray was moved. Ten metres should do."),
            new Said(6, MIA, 150, "We turn the roller by hand every two hours. It works, but not for long."),
            new Said(6, TOM, 90, "No free mechanic this week; will be assigned on Monday."),
            new Said(8, LUIS, 840, "Bowl clean, gaskets renewed, 2.3 mm/s at full speed."),
            new Said(9, ANNA, 288, "Largest deviation 0.15 degrees, nothing adjusted."),
            new Said(11, SAM, 300, "Inspection body offers the second or the third Tuesday."),
            new Said(13, LUIS, 214, "One valve body was scratched, polished it."),
            new Said(14, MIA, 500, "Torque is right again on all heads."),
            new Said(15, SAM, 28, "C-522 shows nothing unusual in the spectrum; it is only hot."),
            new Said(17, PRIYA, 40, "Always in the first two minutes of the rinse."),
            new Said(18, SAM, 210, "Coil temperature falls to minus eleven before each defrost."),
            new Said(19, ANNA, 146, "Beam was reflected by the wet floor. Turned the sensor by ten degrees."),
            new Said(22, PRIYA, 80, "Outlet still 4.4 degrees, but the ice water valve is fully open."),
            new Said(25, SAM, 18, "Drain is free. Suction pressure swings, so it is probably the hot-gas valve."));

    private static final List<Told> NOTICES = List.of(
            new Told(TOM, 2, Type.WARNING, false, 1, "Work order overdue", "Change spindle bearing of separator S-202"),
            new Told(TOM, 5, Type.WARNING, false, 6, "Work order overdue", "Labeller L-401: glue roller worn"),
            new Told(
                    TOM,
                    9,
                    Type.INFO,
                    false,
                    1,
                    "Part below reorder point",
                    "Spindle bearing set MX 180: none in stock"),
            new Told(TOM, 30, Type.INFO, true, 4, "Work order started", "Renew the agitator shaft seal of T-303"),
            new Told(LUIS, 48, Type.INFO, false, 4, "Assigned to you", "Renew the agitator shaft seal of T-303"),
            new Told(LUIS, 3, Type.ALERT, false, 2, "Assigned to you", "Plunger packing of homogeniser H-202 leaks"),
            new Told(LUIS, 24, Type.INFO, true, 20, "Assigned to you", "Conveyor B-401: worn belt section at drive 3"),
            new Told(SAM, 20, Type.ALERT, false, 25, "Assigned to you", "Air dryer D-511: dew point rises twice a day"),
            new Told(SAM, 96, Type.INFO, true, 3, "Assigned to you", "Clean the oil cooler of compressor C-522"),
            new Told(ANNA, 120, Type.INFO, true, 5, "Assigned to you", "Replace the signal cable of C-512"),
            new Told(PRIYA, 6, Type.ALERT, false, 1, "Vibration critical", "Separator S-202 is above 9 mm/s"),
            new Told(PRIYA, 60, Type.WARNING, true, 2, "Oil temperature high", "Homogeniser H-202 is above 62 degrees"),
            new Told(MIA, 26, Type.INFO, false, 6, "Your report was taken over", "Labeller L-401: glue roller worn"),
            new Told(GEORGE, 22, Type.INFO, false, 4, "Fermenter T-303", "Swab test asked for before production"),
            new Told(HELEN, 12, Type.INFO, false, 5, "Signal lost", "Air compressor C-512 has sent nothing for days"));

    private static final List<Did> ACTIVITIES = List.of(
            new Did(MIA, 0.4, "LOGIN", "USER", MIA, "Signed in at the bottle line"),
            new Did(PRIYA, 0.6, "LOGIN", "USER", PRIYA, "Signed in at the pasteuriser desk"),
            new Did(SAM, 1.1, "WORK_ORDER_UPDATED", "WORK_ORDER", 15, "Ticked 'Compressors C-521 and C-522'"),
            new Did(TOM, 2.3, "WORK_ORDER_CREATED", "WORK_ORDER", 25, "Created 'Air dryer D-511: dew point rises'"),
            new Did(LUIS, 3.2, "WORK_ORDER_UPDATED", "WORK_ORDER", 4, "Ticked 'Lift the gearbox'"),
            new Did(TOM, 5.5, "ASSET_UPDATED", "ASSET", 29, "Set fermenter T-303 to Under Maintenance"),
            new Did(MIA, 7.0, "WORK_ORDER_CREATED", "WORK_ORDER", 20, "Reported the worn belt of conveyor B-401"),
            new Did(ANNA, 9.5, "WORK_ORDER_COMPLETED", "WORK_ORDER", 23, "Completed 'pH probe of T-541 drifts'"),
            new Did(TOM, 12, "ASSET_UPDATED", "ASSET", 20, "Set separator S-202 to Critical"),
            new Did(SAM, 20, "WORK_ORDER_UPDATED", "WORK_ORDER", 3, "Ticked 'Open the cooler and rinse the tubes'"),
            new Did(GEORGE, 22, "COMMENT_ADDED", "WORK_ORDER", 4, "Commented on the seal of fermenter T-303"),
            new Did(TOM, 26, "COMMENT_ADDED", "WORK_ORDER", 1, "Commented on the bearing of separator S-202"),
            new Did(HELEN, 31, "USER_UPDATED", "USER", ANNA, "Changed Anna Kovac's phone number"),
            new Did(TOM, 33, "ASSET_METRIC_UPDATED", "ASSET", 57, "Changed the oil temperature limits of C-522"),
            new Did(ANNA, 146, "WORK_ORDER_COMPLETED", "WORK_ORDER", 19, "Completed 'Replace photocell'"),
            new Did(LUIS, 214, "WORK_ORDER_COMPLETED", "WORK_ORDER", 13, "Completed 'Filling valve membranes'"),
            new Did(ANNA, 288, "WORK_ORDER_COMPLETED", "WORK_ORDER", 9, "Completed 'Calibrate Pt100 of line 1'"),
            new Did(
                    LUIS,
                    384,
                    "WORK_ORDER_COMPLETED",
                    "WORK_ORDER",
                    7,
                    "Completed 'Monthly lubrication, bottle line'"));

    private static final List<Guess> PREDICTIONS = List.of(
            new Guess(20, 6, "REMAINING_USEFUL_LIFE", 9, 0.88, 4, 16),
            new Guess(20, 6, "FAILURE_PREDICTION", 0.81, 0.81, 0.7, 0.9),
            new Guess(21, 6, "REMAINING_USEFUL_LIFE", 34, 0.74, 21, 52),
            new Guess(57, 6, "REMAINING_USEFUL_LIFE", 61, 0.7, 40, 95),
            new Guess(57, 6, "ANOMALY", 0.66, 0.66, 0.5, 0.79),
            new Guess(64, 30, "REMAINING_USEFUL_LIFE", 120, 0.62, 80, 190),
            new Guess(5, 30, "ANOMALY", 0.48, 0.48, 0.3, 0.62),
            new Guess(23, 30, "ANOMALY", 0.57, 0.57, 0.41, 0.7));

    private final DocumentStore store;
    private final Instant installed;

    DemoDocuments(DocumentStore store, Instant installed) {
        this.store = store;
        this.installed = installed;
    }

    void install() {
        for (int i = 0; i < COMMENTS.size(); i++) {
            Said c = COMMENTS.get(i);
            store.comments()
                    .insert(new Comment(
                            id(COMMENT + i, "comment"),
                            DemoIds.workOrder(c.order()),
                            DemoIds.user(c.user()),
                            c.text(),
                            List.of(),
                            ago(c.hoursAgo()),
                            null));
        }
        for (int i = 0; i < NOTICES.size(); i++) {
            Told n = NOTICES.get(i);
            store.notifications()
                    .insert(new Notification(
                            id(NOTICE + i, "notification"),
                            DemoIds.user(n.user()),
                            n.title(),
                            n.message(),
                            n.type(),
                            n.read(),
                            false,
                            DemoIds.workOrder(n.order()),
                            "WORK_ORDER",
                            ago(n.hoursAgo())));
        }
        for (int i = 0; i < ACTIVITIES.size(); i++) {
            Did a = ACTIVITIES.get(i);
            store.activities()
                    .insert(new Activity(
                            DemoIds.event(ACTIVITY + i),
                            DemoIds.user(a.user()),
                            a.type(),
                            a.text(),
                            ago(a.hoursAgo()),
                            target(a),
                            a.targetType(),
                            Map.of(
                                    Activity.RECORD,
                                    RecordKey.of(a.targetType(), target(a)).text())));
        }
        for (int i = 0; i < PREDICTIONS.size(); i++) {
            Guess p = PREDICTIONS.get(i);
            store.predictions()
                    .insert(new Prediction(
                            id(PREDICTION + i, "prediction"),
                            DemoIds.asset(p.asset()),
                            p.type(),
                            p.value(),
                            p.probability(),
                            p.lower(),
                            p.upper(),
                            Map.of("window_days", 14, "source", "demo"),
                            "demo-1",
                            ago(p.hoursAgo())));
        }
    }

    private static UUID target(Did did) {
        return switch (did.targetType()) {
            case "ASSET" -> DemoIds.asset(did.target());
            case "USER" -> DemoIds.user(did.target());
            default -> DemoIds.workOrder(did.target());
        };
    }

    /** Of the list's place alone: an installation that is taken up again hours later must find its own ids. */
    private static String id(int number, String purpose) {
        return DocumentIds.of(DemoIds.event(number), Instant.EPOCH.plusSeconds(number), purpose);
    }

    private Instant ago(double hours) {
        return installed.minus(Duration.ofMinutes((long) (hours * 60)));
    }
}
