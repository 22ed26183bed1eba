package com.prosynchub.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/prosynchub} finds a Java that is new enough, wherever it is, and says plainly when there is none. */
@DisabledOnOs(WINDOWS)
class StartScriptTest {
    @TempDir
    Path temp;

    private Path script;

    private record Outcome(int exit, String output) {}

    /** The script of this build, except that it looks for system-wide Javas below the temporary folder. */
    @BeforeEach
    void install() throws IOException {
        String text = Files.readString(Path.of("packaging", "bin", "prosynchub"));
        for (String root : List.of("/usr/", "/opt/", "/Library/", "/home/")) {
            text = text.replace(" " + root, " " + temp + root);
        }
        script = temp.resolve("app/bin/prosynchub");
        Files.createDirectories(script.getParent());
        Files.writeString(script, text);
        executable(script);
    }

    @Test
    void aJavaOfThePathThatIsTooOldIsPassedOverForOneInAUsualPlace() throws Exception {
        fakeJava(temp.resolve("old"), "17.0.15");
        fakeJava(temp.resolve("usr/lib/jvm/jdk-21"), "21.0.1");
        fakeJava(temp.resolve("usr/lib/jvm/temurin-25"), "25.0.1");
        Outcome outcome = run(Map.of("PATH", temp.resolve("old/bin") + ":/usr/bin:/bin"), "doctor", "a b");
        assertThat(outcome.output())
                .contains("java 25.0.1")
                .contains("[doctor] [a b]")
                .contains("[--module-path] [" + temp.resolve("app/lib/javafx") + "]")
                .contains("[-classpath] [" + temp.resolve("app/lib/*") + "] [com.prosynchub.launch.Launcher]");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        fakeJava(temp.resolve("mine"), "26");
        fakeJava(temp.resolve("usr/lib/jvm/temurin-25"), "25.0.1");
        assertThat(run(Map.of("JAVA_HOME", temp.resolve("mine").toString())).output())
                .contains("java 26");
    }

    @Test
    void aJavaOfThePathIsFoundThroughItsLink() throws Exception {
        fakeJava(temp.resolve("jdk"), "25.0.2");
        Path bin = Files.createDirectories(temp.resolve("links"));
        Files.createSymbolicLink(bin.resolve("java"), temp.resolve("jdk/bin/java"));
        assertThat(run(Map.of("PATH", bin + ":/usr/bin:/bin")).output()).contains("java 25.0.2");
    }

    @Test
    void aPersonsOwnJavaIsFound() throws Exception {
        fakeJava(temp.resolve("person/.sdkman/candidates/java/25.0.1-tem"), "25.0.1");
        assertThat(run(Map.of("HOME", temp.resolve("person").toString())).output())
                .contains("java 25.0.1");
    }

    @Test
    void theScriptWorksThroughALink() throws Exception {
        fakeJava(temp.resolve("usr/lib/jvm/temurin-25"), "25.0.1");
        Path link = temp.resolve("prosynchub-link");
        Files.createSymbolicLink(link, script);
        script = link;
        assertThat(run(Map.of()).output()).contains("[" + temp.resolve("app/lib/javafx") + "]");
    }

    @Test
    void withoutAnyJavaOneSentenceSaysWhatToInstall() throws Exception {
        fakeJava(temp.resolve("old"), "17.0.15");
        Outcome outcome = run(Map.of("PATH", temp.resolve("old/bin") + ":/usr/bin:/bin"));
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.output().strip())
                .isEqualTo("ProSyncHub needs Java 25 or newer and found none: install one, such as Eclipse Temurin 25,"
                        + " or set JAVA_HOME to it.");
    }

    private Outcome run(Map<String, String> environment, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString());
        builder.command().addAll(List.of(words));
        builder.environment().clear();
        // The machine's own Java may be in /usr/bin; a folder before it holds one that is too old.
        fakeJava(temp.resolve("shadow"), "11.0.1");
        builder.environment().put("PATH", temp.resolve("shadow/bin") + ":/usr/bin:/bin");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    private static void fakeJava(Path home, String version) throws IOException {
        Path java = home.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(
                java, "#!/bin/sh\necho java " + version + "\nfor w in \"$@\"; do printf '[%s] ' \"$w\"; done\necho\n");
        executable(java);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
