package com.prosynchub.data.embedded;

import com.prosynchub.data.embedded.EmbeddedStoreException.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database programs, unpacked once per build into the user's cache and found again at every later start.
 *
 * @param home folder with bin, lib and share
 * @param major PostgreSQL's major version, such as 18
 */
record PostgresBinaries(Path home, int major) {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String VERSION_FILE = "postgresql-major";

    /** Finds the build for this computer on the class path and unpacks it below the cache unless it is there. */
    static PostgresBinaries unpackedBelow(Path cache, Runnable onUnpack) throws IOException {
        List<String> names = HostSystem.buildNames();
        String archive = "postgres-" + names.get(0) + "-" + names.get(1) + ".txz";
        URL url = PostgresBinaries.class.getResource("/" + archive);
        if (url == null) {
            throw new EmbeddedStoreException(
                    Reason.UNSUPPORTED,
                    "This release has no embedded database for " + names.get(0) + " on " + names.get(1)
                            + "; use a server profile instead (--config FILE).");
        }
        Path home = cache.resolve("postgresql-" + fingerprint(url));
        if (!Files.exists(home.resolve(VERSION_FILE))) {
            onUnpack.run();
            unpack(url, cache, home);
        }
        return new PostgresBinaries(
                home,
                Integer.parseInt(Files.readString(home.resolve(VERSION_FILE)).strip()));
    }

    Path program(String name) {
        return home.resolve("bin").resolve(HostSystem.program(name));
    }

    /** Tells builds apart without reading them: the jar's directory already holds size and checksum. */
    private static String fingerprint(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getSize()) + "-"
                    + Long.toHexString(jar.getJarEntry().getCrc());
        }
        return Long.toHexString(connection.getContentLengthLong()) + "-"
                + Long.toHexString(connection.getLastModified());
    }

    private static void unpack(URL url, Path cache, Path home) throws IOException {
        long began = System.nanoTime();
        OwnerOnly.createFolder(cache);
        Path fresh = Files.createTempDirectory(cache, home.getFileName() + ".new");
        try {
            try (InputStream in = url.openStream();
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    copy(tar, entry, fresh);
                }
            }
            Files.writeString(fresh.resolve(VERSION_FILE), Integer.toString(majorOf(fresh)));
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (!Files.exists(home.resolve(VERSION_FILE))) {
                throw failed;
            }
            LOG.debug("Another start unpacked the database programs first", failed);
        } finally {
            deleteTree(fresh);
        }
        LOG.info("Unpacked the database programs to {} in {} ms", home, (System.nanoTime() - began) / 1_000_000);
    }

    private static void copy(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive names a file outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Path goal = target.resolveSibling(entry.getLinkName()).normalize();
            if (!goal.startsWith(root)) {
                throw new IOException("The archive links to a file outside of itself: " + entry.getLinkName());
            }
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        try {
            Files.copy(tar, target);
        } catch (FileAlreadyExistsException twice) {
            throw new IOException("The archive holds a file twice: " + entry.getName(), twice);
        }
        boolean executable = (entry.getMode() & 0100) != 0;
        if (executable && !HostSystem.isWindows()) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Asks the build itself, so that no number is kept in two places. */
    private static int majorOf(Path home) throws IOException {
        Path program = home.resolve("bin").resolve(HostSystem.program("postgres"));
        CommandLine.Result result = CommandLine.run(List.of(program.toString(), "--version"), home);
        // "postgres (PostgreSQL) 18.6"
        String version = result.output().strip().replaceFirst("^.*\\)\\s*", "");
        int dot = version.indexOf('.');
        try {
            return Integer.parseInt(dot < 0 ? version : version.substring(0, dot));
        } catch (NumberFormatException strange) {
            throw new IOException("The embedded database does not run here: " + result.output(), strange);
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
