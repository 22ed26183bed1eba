package com.prosynchub.launch.cli;

import com.prosynchub.data.DocumentAccounts;
import com.prosynchub.launch.config.ConnectionFile;
import com.prosynchub.launch.config.Credentials;
import com.prosynchub.launch.config.Profile;
import com.prosynchub.launch.wiring.ServerSetUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prosynchub server}: brings a plant's own PostgreSQL and MongoDB to what this program needs. */
@Command(name = "server", description = "Set up a plant's servers; needs owner.user and owner.password (a superuser).")
final class ServerCommand {
    private final RootCommand root;

    ServerCommand(RootCommand root) {
        this.root = root;
    }

    @Command(
            name = "setup",
            description = "Make or upgrade roles, schema, collections and indexes, and write the site service's"
                    + " connection file if there is none.")
    int setUp(
            @Option(
                            names = "--out",
                            defaultValue = "site.properties",
                            paramLabel = "FILE",
                            description = "The site service's connection file; ${DEFAULT-VALUE} if not given.")
                    Path file,
            @Option(
                            names = "--site-mongodb-uri",
                            paramLabel = "URI",
                            description = "The document store as the site service reaches it, with its own user.")
                    @Nullable
                    String uri,
            @Option(names = "--renew", description = "Give the site service new passwords and replace its file.")
                    boolean renew) {
        if (!(root.common().config().profile() instanceof Profile.Server server)) {
            throw new CommandException("The embedded stores set themselves up; give a server's --config.");
        }
        Credentials owner = server.owner()
                .orElseThrow(() -> new CommandException(
                        "Servers are set up with the owner's login: give owner.user and owner.password."));
        boolean keep = Files.exists(file) && !renew;
        if (!keep && (uri == null || !uri.matches("mongodb(\\+srv)?://.+"))) {
            throw new CommandException("The site service's file is to be written: give --site-mongodb-uri, the address"
                    + " of the document store with the site service's user, beginning with mongodb:// or"
                    + " mongodb+srv://.");
        }
        ServerSetUp setUp = new ServerSetUp(server, owner);
        try {
            boolean known = setUp.siteHasLogin();
            if (known && !keep && !renew) {
                throw new CommandException("The site service has its passwords already, and its file is not " + file
                        + ". Name that file with --out, or make new passwords with --renew; the old file stops"
                        + " working then.");
            }
            say(setUp.relational());
            DocumentAccounts.Outcome roles = setUp.documents();
            say("The document store has its collections, validators and indexes.");
            say(AccountSentences.ofRoles(roles));
            if (keep) {
                say("The connection file " + file + " was left as it is.");
            } else {
                String address = String.valueOf(uri);
                if (roles == DocumentAccounts.Outcome.DONE) {
                    say(AccountSentences.ofUser(
                            ServerSetUp.user(server, address, DocumentAccounts.Holder.SITE), "site service"));
                }
                String database = server.document().database();
                ConnectionFile.replace(file, "site", setUp.newSite(new Profile.Document(address, database)));
                say("The site service's connection file is " + file + ". It holds passwords: keep it to its owner.");
            }
            return 0;
        } catch (SQLException failed) {
            throw new CommandException("The database refused: " + failed.getMessage());
        } catch (IOException failed) {
            throw new CommandException(
                    "The connection file could not be written; run again with --renew: " + failed.getMessage());
        }
    }

    private void say(String sentence) {
        root.out().println(sentence);
        root.out().flush();
    }
}
