package com.prosynchub.launch.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes the file with which a workstation reaches the stores, in the form that {@link AppConfig} reads. Stateless. */
public final class ConnectionFile {
    private ConnectionFile() {}

    /** Creates the file, readable by its owner only; an existing one is an error. */
    public static void write(Path file, String workstation, Profile.Server server) throws IOException {
        create(file);
        Files.writeString(file, text(workstation, server), StandardCharsets.UTF_8);
    }

    /** The same in place of what is there; a reader sees the old file or the new one. */
    public static void replace(Path file, String workstation, Profile.Server server) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        write(fresh, workstation, server);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static String text(String workstation, Profile.Server server) {
        Credentials login = server.relational().login();
        return "# Connection of the workstation " + workstation + ". Holds passwords; keep it to this person.\n"
                + line(Key.WORKSTATION, workstation)
                + line(Key.JDBC_URL, server.relational().url())
                + line(Key.JDBC_USER, login.user())
                + line(Key.JDBC_PASSWORD, login.password())
                + line(Key.MONGODB_URI, server.document().uri())
                + line(Key.MONGODB_DATABASE, server.document().database())
                + server.site().map(ConnectionFile::text).orElse("");
    }

    private static String text(Profile.Site site) {
        return line(Key.RELAY_USER, site.relay().user())
                + line(Key.RELAY_PASSWORD, site.relay().password())
                + site.ingest()
                        .map(ingest ->
                                line(Key.INGEST_USER, ingest.user()) + line(Key.INGEST_PASSWORD, ingest.password()))
                        .orElse("")
                + line(Key.SITE_MONGODB_URI, site.document().uri());
    }

    private static String line(Key key, String value) {
        return key.word() + "=" + value.replace("\\", "\\\\") + "\n";
    }
}
