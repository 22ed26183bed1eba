package com.prosynchub.launch.cli;

import com.prosynchub.data.embedded.EmbeddedStores;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.Profile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code prosynchub demo}: sets up the demo plant in an empty data directory, without a window. */
@Command(name = "demo", description = "Set up the demo plant in an empty data directory.")
final class DemoCommand implements Callable<Integer> {
    private final RootCommand root;

    DemoCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        AppConfig config = root.common().config();
        if (!(config.profile() instanceof Profile.Embedded embedded)) {
            throw new CommandException(
                    "The demo plant is made in embedded stores only; leave the servers' settings out.");
        }
        if (!EmbeddedStores.wouldCreate(embedded.dataDirectory())) {
            throw new CommandException("The directory " + embedded.dataDirectory()
                    + " already holds data; choose an empty one with --data-dir.");
        }
        root.withStores(config, true, boot -> boot.site().demo());
        root.out().println("The demo plant is in " + embedded.dataDirectory() + ".");
        return 0;
    }
}
