package com.prosynchub.launch.cli;

import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.launch.wiring.SiteHost;
import com.prosynchub.launch.wiring.StoreAccess;
import com.prosynchub.launch.wiring.Threads;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** {@code prosynchub service}: what runs once per site, without a window, until it is told to stop. */
@Command(
        name = "service",
        description = "Run the headless site service: it carries the audit ledger to the document store until stopped.")
final class ServiceCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceCommand.class);

    private final RootCommand root;

    ServiceCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        AppConfig config = root.common().config();
        return root.withStores(config, this::serve);
    }

    private int serve(BootWiring boot) {
        if (boot.stores().hosting()) {
            return untilStopped("The stores and the site service run.");
        }
        if (boot.stores().areEmbedded()) {
            throw new CommandException("Another process runs the embedded stores and the site service with them.");
        }
        StoreAccess.SiteAccess access = boot.stores()
                .access()
                .site()
                .orElseThrow(() -> new CommandException("The site service needs site.relay.user, site.relay.password"
                        + " and site.mongodb.uri in its configuration."));
        try (Threads threads = new Threads();
                SiteHost host = SiteHost.start(access, threads.scheduler())) {
            return untilStopped(
                    "The site service runs; " + host.outbox().backlog().waiting() + " events wait.");
        }
    }

    private int untilStopped(String sentence) {
        PrintWriter out = root.out();
        out.println(sentence);
        out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            // The wish to stop is answered by returning; a thread still interrupted could not close the stores.
            LOG.info("The site service was asked to stop");
        }
        return 0;
    }
}
