package com.prosynchub.launch.cli;

import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.model.asset.AssetHit;
import com.prosynchub.model.asset.AssetNode;
import com.prosynchub.model.metric.MetricSample;
import com.prosynchub.model.page.Page;
import com.prosynchub.model.page.PageRequest;
import com.prosynchub.service.asset.AssetService;
import com.prosynchub.service.metric.ExportReport;
import com.prosynchub.service.metric.ExportRequest;
import com.prosynchub.service.metric.ImportReport;
import com.prosynchub.service.metric.ImportRequest;
import com.prosynchub.service.metric.mapping.ImportMapping;
import com.prosynchub.service.metric.mapping.MappingParser;
import com.prosynchub.service.metric.mapping.MappingResult;
import com.prosynchub.service.session.SessionServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prosynchub metrics}: measurement files in and out, with the rights of the person who signs in. */
@Command(name = "metrics", description = "Load measurement files, and write samples back out.")
final class MetricsCommand {
    /** Not this computer's "now": a clock that is behind would leave the newest samples out without a word. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private static final int MOST_ASSETS = 100_000;

    private final RootCommand root;

    MetricsCommand(RootCommand root) {
        this.root = root;
    }

    @Command(
            name = "import",
            description = "Load a delimited file. Running it again changes nothing, and goes on after an interruption.")
    int load(
            @Parameters(paramLabel = "FILE", description = "The measurement file.") Path file,
            @Option(
                            names = "--mapping",
                            required = true,
                            paramLabel = "FILE.properties",
                            description = "Which column is what; the manual explains the keys.")
                    Path mapping,
            @Option(names = "--dry-run", description = "Say what would happen and write nothing.") boolean dryRun,
            @Option(names = "--all-or-nothing", description = "Write nothing if any row is bad.")
                    boolean allOrNothing) {
        ImportMapping understood = mapping(mapping);
        ProgressLine line = new ProgressLine(root.err());
        return signedIn(services -> {
            Path checkpoints = root.common().config().logs().resolveSibling("imports");
            ImportReport report = services.imports()
                    .importFile(new ImportRequest(file, understood, dryRun, allOrNothing, checkpoints), line);
            line.end();
            ImportSummary.lines(report).forEach(root.out()::println);
            return report.outcome() == ImportReport.Outcome.COMPLETED ? 0 : 1;
        });
    }

    @Command(name = "export", description = "Write samples to a delimited file that can be loaded again.")
    int write(
            @Parameters(paramLabel = "FILE", description = "The file to write.") Path file,
            @Option(
                            names = "--asset",
                            paramLabel = "NAME",
                            description =
                                    "Name or serial number of an asset, with all below it; repeat for more. All if not"
                                            + " given.")
                    @Nullable
                    List<String> names,
            @Option(names = "--metric", paramLabel = "NAME", description = "Only this metric; repeat for more.")
                    @Nullable
                    List<String> metrics,
            @Option(names = "--from", paramLabel = "INSTANT", description = "First time, such as 2026-01-31T06:00:00Z.")
                    @Nullable
                    Instant from,
            @Option(names = "--to", paramLabel = "INSTANT", description = "The time before which the last sample lies.")
                    @Nullable
                    Instant to,
            @Option(names = "--mapping", paramLabel = "FILE.properties", description = "The form of the file.")
                    @Nullable
                    Path mapping) {
        ImportMapping form = mapping == null ? null : mapping(mapping);
        ProgressLine line = new ProgressLine(root.err());
        return signedIn(services -> {
            ExportRequest request = new ExportRequest(
                    assets(services.assets(), names == null ? List.of() : names),
                    metrics == null ? Set.of() : Set.copyOf(metrics),
                    from == null ? Instant.EPOCH : from,
                    to == null ? END_OF_TIME : to,
                    form);
            ExportReport report = services.exports().exportTo(request, file, line);
            line.end();
            report.leftOut().forEach(root.out()::println);
            if (report.reason() != null) {
                throw new CommandException(report.reason());
            }
            saveMapping(file, report.mappingText());
            root.out().println("%,d rows are in %s; assets: %,d.".formatted(report.rows(), file, report.assets()));
            return 0;
        });
    }

    @Command(
            name = "correct",
            description =
                    "Put values of one sample right that are known to be wrong; the audit log keeps both and why.")
    int correct(
            @Parameters(index = "0", paramLabel = "ASSET", description = "Name or serial number of the asset.")
                    String name,
            @Parameters(index = "1", paramLabel = "INSTANT", description = "When it was measured, to the millisecond.")
                    Instant at,
            @Parameters(index = "2..*", arity = "1..*", paramLabel = "METRIC=VALUE", description = "The right values.")
                    Map<String, Double> values,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it was wrong.")
                    String reason) {
        return signedIn(services -> {
            MetricSample now = services.corrections()
                    .correct(
                            new MetricSample(
                                    asset(services.assets(), name).node().id(), at, values),
                            reason);
            root.out().println("The sample of %s is now %s.".formatted(now.timestamp(), new TreeMap<>(now.metrics())));
            return 0;
        });
    }

    @Command(
            name = "rebuild",
            description = "Sum up measured history anew for charts of long times. Running it again goes on after an"
                    + " interruption; others may go on working meanwhile.")
    int rebuild(
            @Option(
                            names = "--asset",
                            paramLabel = "NAME",
                            description =
                                    "Name or serial number of an asset, with all below it; repeat for more. All if not"
                                            + " given.")
                    @Nullable
                    List<String> names) {
        RebuildLine line = new RebuildLine(root.err());
        return signedIn(services -> {
            int done = services.rollups().rebuild(names == null ? List.of() : assets(services.assets(), names), line);
            line.end();
            root.out().println("%,d stretches of history are summed up anew.".formatted(done));
            return 0;
        });
    }

    private int signedIn(Function<SessionServices, Integer> command) {
        AppConfig config = root.common().config();
        return root.withStores(config, boot -> SignedIn.during(boot, root.environment(), command));
    }

    private void saveMapping(Path file, @Nullable String text) {
        if (text == null) {
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".properties");
        try {
            Files.writeString(beside, text);
            root.out().println("The mapping that reads it back is " + beside + ".");
        } catch (IOException unwritable) {
            throw new CommandException("The mapping could not be written: " + unwritable.getMessage());
        }
    }

    private static ImportMapping mapping(Path file) {
        try {
            return switch (MappingParser.parse(Files.readString(file))) {
                case MappingResult.Understood understood -> understood.mapping();
                case MappingResult.Mistaken mistaken ->
                    throw new CommandException("The mapping " + file + " cannot be used. "
                            + mistaken.problems().stream()
                                    .map(MappingResult.Problem::toString)
                                    .collect(Collectors.joining(" ")));
            };
        } catch (IOException unreadable) {
            throw new CommandException("The mapping " + file + " cannot be read.");
        }
    }

    private static List<UUID> assets(AssetService service, List<String> names) {
        Set<UUID> found = new LinkedHashSet<>();
        for (String name : names) {
            addBelow(service, asset(service, name).node().id(), found);
        }
        if (names.isEmpty()) {
            for (AssetNode top : tops(service)) {
                addBelow(service, top.id(), found);
            }
        }
        return List.copyOf(found);
    }

    private static AssetHit asset(AssetService service, String name) {
        return service.search(name, 20).stream()
                .filter(candidate -> candidate.node().name().equalsIgnoreCase(name))
                .findFirst()
                .or(() -> service.search(name, 2).stream().findFirst())
                .orElseThrow(() -> new CommandException("There is no asset " + name + "."));
    }

    private static void addBelow(AssetService service, UUID id, Set<UUID> found) {
        service.subtree(id, MOST_ASSETS).forEach(node -> found.add(node.id()));
    }

    private static List<AssetNode> tops(AssetService service) {
        List<AssetNode> tops = new ArrayList<>();
        PageRequest request = PageRequest.first(PageRequest.MAX_SIZE);
        Page<AssetNode> page = service.children(null, request);
        tops.addAll(page.items());
        while (page.next() != null) {
            page = service.children(null, request.next(page.next()));
            tops.addAll(page.items());
        }
        return tops;
    }
}
