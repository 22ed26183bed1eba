package com.prosynchub.launch.cli;

import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.UserFolders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. Filled by the parser, then only read. */
public final class CommonOptions {
    @Option(names = "--help", scope = ScopeType.INHERIT, usageHelp = true, description = "Print this help.")
    private boolean help;

    @Option(
            names = "--data-dir",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Keep the embedded stores in this directory instead of the usual place.")
    private @Nullable Path dataDirectory;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Work on servers: a connection file, as 'workstation add' writes it.")
    private @Nullable Path configFile;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the log and the traces of errors.")
    private boolean verbose;

    /** Reads the configuration that these options and the environment describe. */
    public AppConfig config() {
        return config(System.getenv());
    }

    AppConfig config(Map<String, String> environment) {
        return AppConfig.read(
                new AppConfig.Given(Optional.ofNullable(dataDirectory), Optional.ofNullable(configFile)),
                environment,
                UserFolders.ofThisPerson());
    }
}
