package com.prosynchub.launch.cli;

import com.prosynchub.data.DocumentAccounts;
import com.prosynchub.data.postgres.migration.WorkstationAdmin;
import com.prosynchub.launch.config.AppConfig;
import com.prosynchub.launch.config.ConnectionFile;
import com.prosynchub.launch.config.Credentials;
import com.prosynchub.launch.config.Profile;
import com.prosynchub.launch.wiring.BootWiring;
import com.prosynchub.launch.wiring.ServerSetUp;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prosynchub workstation}: the logins of workstations on a server. Needs the owner's credentials. */
@Command(
        name = "workstation",
        description = "Manage the database logins of workstations; needs owner.user and owner.password (a superuser).")
final class WorkstationCommand {
    private static final int PASSWORD_BYTES = 24;

    private final RootCommand root;

    WorkstationCommand(RootCommand root) {
        this.root = root;
    }

    /** Something done with the administration, which may fail as the database does. */
    @FunctionalInterface
    private interface Act {
        int with(WorkstationAdmin admin) throws SQLException, IOException;
    }

    @Command(description = "Make a login (or renew its password) and write the workstation's connection file.")
    int add(
            @Parameters(paramLabel = "NAME", description = "Letters a-z, digits and _, beginning with a letter.")
                    String name,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            description = "Where to write the connection file; NAME.properties here if not given.")
                    @Nullable
                    Path out,
            @Option(
                            names = "--mongodb-uri",
                            required = true,
                            paramLabel = "URI",
                            description = "The document store as this workstation reaches it, with its own user.")
                    String uri) {
        Path file = out == null ? Path.of(name + ".properties") : out;
        if (Files.exists(file)) {
            throw new CommandException("The file " + file + " exists already; it was left alone.");
        }
        if (!uri.startsWith("mongodb://") && !uri.startsWith("mongodb+srv://")) {
            throw new CommandException("The address of the document store begins with mongodb:// or mongodb+srv://.");
        }
        Profile.Server server = server();
        return act(admin -> {
            out().println(AccountSentences.ofUser(
                    ServerSetUp.user(server, uri, DocumentAccounts.Holder.WORKSTATION), "workstation"));
            byte[] secret = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(secret);
            String password = HexFormat.of().formatHex(secret);
            String login = admin.add(name, password);
            ConnectionFile.write(
                    file,
                    name,
                    new Profile.Server(
                            new Profile.Relational(server.relational().url(), new Credentials(login, password)),
                            new Profile.Document(uri, server.document().database()),
                            Optional.empty(),
                            Optional.empty()));
            out().println("The workstation " + name + " signs in as " + login + "; its connection file is " + file
                    + ". It holds a password: move it to the workstation and keep no copy.");
            return 0;
        });
    }

    @Command(description = "List the workstations.")
    int list() {
        return act(admin -> {
            List<WorkstationAdmin.Workstation> all = admin.list();
            if (all.isEmpty()) {
                out().println("There are no workstations.");
            }
            for (WorkstationAdmin.Workstation one : all) {
                out().printf(
                                "%-24s %3d connections  %s%n",
                                one.name(),
                                one.connections(),
                                one.lastSeen() == null ? "nobody signed in yet" : "last seen " + one.lastSeen());
            }
            return 0;
        });
    }

    @Command(description = "End a workstation's sessions and drop its login.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        return act(admin -> {
            if (!admin.remove(name)) {
                throw new CommandException("There is no workstation " + name + ".");
            }
            out().println("The workstation " + name + " can no longer connect.");
            return 0;
        });
    }

    private int act(Act act) {
        return root.withStores(root.common().config(), boot -> with(boot, act));
    }

    private int with(BootWiring boot, Act act) {
        WorkstationAdmin admin = new WorkstationAdmin(boot.stores()
                .access()
                .superuser()
                .orElseThrow(() -> new CommandException(
                        "Workstations are managed with the owner's login: give owner.user and owner.password.")));
        try {
            return act.with(admin);
        } catch (IllegalArgumentException refused) {
            throw new CommandException(refused.getMessage() + ".");
        } catch (SQLException failed) {
            throw new CommandException("The database refused: " + failed.getMessage());
        } catch (IOException failed) {
            throw new CommandException("The connection file could not be written: " + failed.getMessage());
        }
    }

    private Profile.Server server() {
        AppConfig config = root.common().config();
        if (config.profile() instanceof Profile.Server server) {
            return server;
        }
        throw new CommandException("The embedded stores have one workstation, this one; give a server's --config.");
    }

    private PrintWriter out() {
        return root.out();
    }
}
