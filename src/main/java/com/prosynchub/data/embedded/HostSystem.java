package com.prosynchub.data.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the operating system asks of us: names of the database builds, how to start them as root. Stateless. */
final class HostSystem {
    private static final String OS = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    private static final String HOST = findHostName();

    private HostSystem() {}

    static boolean isWindows() {
        return OS.startsWith("windows");
    }

    static boolean isMac() {
        return OS.startsWith("mac");
    }

    /** Returns the system's and the processor's name as the database builds spell them, such as linux and x86_64. */
    static List<String> buildNames() {
        String system = isWindows() ? "windows" : isMac() ? "darwin" : "linux";
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return List.of(
                system,
                switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> arch;
                });
    }

    static String program(String name) {
        return isWindows() ? name + ".exe" : name;
    }

    /**
     * Returns the words to put before a database command. PostgreSQL refuses to run as root; inside a user namespace of
     * its own, the same account has another number while the files stay its own.
     */
    static List<String> commandPrefix() {
        if (!OS.startsWith("linux") || !isRoot()) {
            return List.of();
        }
        for (String folder : List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin")) {
            if (Files.isExecutable(Path.of(folder, "unshare"))) {
                return List.of(folder + "/unshare", "-U");
            }
        }
        throw new EmbeddedStoreException(
                EmbeddedStoreException.Reason.UNSUPPORTED,
                "The embedded database does not run as root here; start ProSyncHub as an ordinary user.");
    }

    static String hostName() {
        return HOST;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException | UnsupportedOperationException unknown) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static String findHostName() {
        String windows = System.getenv("COMPUTERNAME");
        if (isWindows() && windows != null) {
            return windows;
        }
        try {
            // The resolver can take seconds on a computer without network; the file answers at once.
            Path file = Path.of("/etc/hostname");
            if (Files.isReadable(file)) {
                String value = Files.readString(file).strip();
                if (!value.isEmpty()) {
                    return value;
                }
            }
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException unknown) {
            return "localhost";
        }
    }
}
