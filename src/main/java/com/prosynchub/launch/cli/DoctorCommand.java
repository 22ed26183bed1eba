package com.prosynchub.launch.cli;

import com.prosynchub.data.embedded.EmbeddedStores;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.Profile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prosynchub doctor}: both stores' versions, schemas, round trips and row counts, and what is wrong. */
@Command(
        name = "doctor",
        description = "Say how both stores are and what is wrong, a sentence each. Exit code 1 if anything is.")
final class DoctorCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    DoctorCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        AppConfig config = root.common().config();
        DoctorReport report = absent(config)
                ? new DoctorReport(List.of(), Map.of(), List.of(nothingThere(config)))
                : root.withStores(config, boot -> new Doctor(boot, config).examine());
        root.out().println(json ? report.json() : report.text());
        return report.well() ? 0 : 1;
    }

    /** A doctor must not found what it was called to look at. */
    private static boolean absent(AppConfig config) {
        return config.profile() instanceof Profile.Embedded embedded
                && EmbeddedStores.wouldCreate(embedded.dataDirectory());
    }

    private static String nothingThere(AppConfig config) {
        return config.profile() instanceof Profile.Embedded embedded
                ? "There is no data in " + embedded.dataDirectory() + " yet; start the program once to create it."
                : "";
    }
}
