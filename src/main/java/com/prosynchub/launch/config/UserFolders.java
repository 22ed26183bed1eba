package com.prosynchub.launch.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The folders a platform sets aside for a program's data and for what can be made again.
 *
 * @param data where data lives unless told otherwise
 * @param cache where the unpacked database programs live
 * @param preferences where a person's choices for the window live
 */
public record UserFolders(Path data, Path cache, Path preferences) {

    /** The folders of this computer and person. */
    public static UserFolders ofThisPerson() {
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    static UserFolders of(String system, Path home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path local = folder(
                            environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("ProSyncHub");
            return new UserFolders(local.resolve("data"), local.resolve("cache"), local.resolve("preferences"));
        }
        if (os.startsWith("mac")) {
            Path library = home.resolve("Library");
            return new UserFolders(
                    library.resolve("Application Support").resolve("ProSyncHub"),
                    library.resolve("Caches").resolve("ProSyncHub"),
                    library.resolve("Preferences").resolve("ProSyncHub"));
        }
        return new UserFolders(
                folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                        .resolve("prosynchub"),
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("prosynchub"),
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("prosynchub"));
    }

    /** The base directory specification says to ignore values that are not absolute. */
    private static Path folder(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.get(name);
        if (value == null || value.isBlank() || !Path.of(value).isAbsolute()) {
            return otherwise;
        }
        return Path.of(value);
    }
}
