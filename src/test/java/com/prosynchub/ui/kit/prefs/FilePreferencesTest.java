package com.prosynchub.ui.kit.prefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePreferencesTest {
    @TempDir
    Path folder;

    @Test
    void whatWasPutIsThereAfterARestart() {
        Preferences first = new FilePreferences(folder.resolve("new"), Runnable::run);
        first.put(Preferences.THEME, "dark");
        first.putInt(Preferences.SCALE, 125);
        first.put("table.assets.name", "210");
        first.remove("table.assets.name");
        Preferences again = new FilePreferences(folder.resolve("new"), Runnable::run);
        assertThat(again.get(Preferences.THEME)).contains("dark");
        assertThat(again.getInt(Preferences.SCALE, 100)).isEqualTo(125);
        assertThat(again.get("table.assets.name")).isEmpty();
        assertThat(again.getInt("absent", 7)).isEqualTo(7);
    }

    @Test
    void aBrokenFileMeansNoPreferences() throws IOException {
        Files.writeString(folder.resolve("preferences.properties"), "theme=\\uZZZZ");
        assertThat(new FilePreferences(folder, Runnable::run).get(Preferences.THEME))
                .isEmpty();
    }
}
