package com.prosynchub.launch.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes the file with which a workstation reaches the stores, in the form that {@link AppConfig} reads. Stateless. */
public final class ConnectionFile {
    private ConnectionFile() {}

    /** Creates the file, readable by its owner only; an existing one is an error. */
    public static void write(Path file, String workstation, String url, String user, String password, String uri)
            throws IOException {
        String text = "# Connection of the workstation " + workstation + ". Holds passwords; keep it to this person.\n"
                + line(Key.WORKSTATION, workstation)
                + line(Key.JDBC_URL, url)
                + line(Key.JDBC_USER, user)
                + line(Key.JDBC_PASSWORD, password)
                + line(Key.MONGODB_URI, uri);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static String line(Key key, String value) {
        return key.word() + "=" + value.replace("\\", "\\\\") + "\n";
    }
}
