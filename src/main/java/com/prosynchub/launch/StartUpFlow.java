package com.prosynchub.launch;

import com.prosynchub.data.embedded.EmbeddedStoreException;
import com.prosynchub.data.embedded.EmbeddedStores;
import com.prosynchub.data.embedded.StartupProgress;
import com.prosynchub.data.embedded.document.DocumentServerException;
import com.prosynchub.data.postgres.PostgresStore;
import com.prosynchub.launch.cli.ProgramVersion;
import com.prosynchub.launch.cli.Sentences;
import com.prosynchub.launch.config.Profile;
import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.launch.wiring.StartRefusedException;
import com.prosynchub.launch.wiring.StoreSettings;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.ui.kit.view.Rehearsal;
import com.prosynchub.ui.login.FirstStartView;
import com.prosynchub.ui.login.FirstStartViewModel;
import com.prosynchub.ui.login.StartupProblem;
import com.prosynchub.ui.login.StartupStep;
import com.prosynchub.ui.login.StartupView;
import com.prosynchub.ui.login.StartupViewModel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the first frame to the sign-in screen: asks what an empty directory becomes, shows the progress of the start. */
final class StartUpFlow {
    private static final Logger LOG = LoggerFactory.getLogger(StartUpFlow.class);

    private final Desk desk;
    private final Runnable finish;
    private final long began = System.nanoTime();

    /** @param finish ends the program; everything of it that was started is closed by then */
    StartUpFlow(Desk desk, Runnable finish) {
        this.desk = desk;
        this.finish = finish;
    }

    /** Shows the first screen. FX thread. */
    void begin(boolean demo) {
        desk.window().stage().setOnCloseRequest(e -> finish.run());
        if (!demo
                && desk.config().profile() instanceof Profile.Embedded embedded
                && EmbeddedStores.wouldCreate(embedded.dataDirectory())) {
            FirstStartViewModel model =
                    new FirstStartViewModel(choice -> start(choice == FirstStartViewModel.Choice.DEMO));
            desk.window()
                    .show(new FirstStartView(model, embedded.dataDirectory().toString()).root());
        } else {
            start(demo);
        }
    }

    private void start(boolean demo) {
        StartupViewModel model = new StartupViewModel(desk.tasks().ui());
        desk.window().show(new StartupView(model, finish).root());
        // While the stores are half way up, closing the window would leave them to the next start; it waits instead.
        desk.window().stage().setOnCloseRequest(e -> {
            if (model.problemProperty().get() == null) {
                e.consume();
            } else {
                finish.run();
            }
        });
        StartupProgress progress = (step, fraction) -> model.report(StartupStep.valueOf(step.name()), fraction);
        StoreSettings settings = new StoreSettings(ProgramVersion.text(), Platform::isFxApplicationThread);
        // The object mapping takes a second and needs no server, so it is prepared beside the start.
        desk.threads().workers().execute(PostgresStore::warmUp);
        Rehearsal.begin(desk.tasks().ui(), desk.window().theme());
        desk.tasks()
                .run(() -> attempt(demo, settings, progress))
                .onSuccess(result -> {
                    switch (result) {
                        case Started up -> started(up.boot());
                        case Refused refused -> model.fail(refused.why());
                    }
                })
                .onFailure(failure -> model.fail(StartupProblem.of("failed", failure.detail(), failure.code())))
                .start();
    }

    /** What came of a start. */
    private sealed interface Result {}

    private record Started(BootWiring boot) implements Result {}

    private record Refused(StartupProblem why) implements Result {}

    private Result attempt(boolean demo, StoreSettings settings, StartupProgress progress) {
        try {
            return new Started(BootWiring.start(desk.config(), demo, settings, desk.threads(), progress));
        } catch (EmbeddedStoreException | DocumentServerException | StartRefusedException | FailureException known) {
            LOG.error("The program could not start", known);
            return new Refused(StartupProblem.of(kind(known), Sentences.of(known), details(known)));
        }
    }

    private void started(BootWiring boot) {
        LOG.info("Ready to sign in after {} ms", (System.nanoTime() - began) / 1_000_000);
        new SessionFlow(desk, boot, finish).showDoor("");
    }

    /** Which of the door's sentences fits. */
    private static String kind(RuntimeException known) {
        return switch (known) {
            case EmbeddedStoreException store -> store.reason().name().toLowerCase(Locale.ROOT);
            case DocumentServerException documents -> "documents";
            case StartRefusedException refused -> "refused";
            case FailureException failure when failure.failure() instanceof Failure.Unavailable -> "away";
            default -> "failed";
        };
    }

    private static String details(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
