package com.prosynchub.service.metric;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data sets, which are not part of the project; a test that needs one is skipped, with the reason, without it. */
final class RealData {
    private RealData() {}

    /** A file below the folder that {@code PROSYNCHUB_DATA} names, else below {@code ../shared/data}. */
    static Path file(String name) {
        String folder = System.getProperty("PROSYNCHUB_DATA", System.getenv("PROSYNCHUB_DATA"));
        Path base = folder == null
                ? Path.of(System.getProperty("project.basedir", "."), "..", "shared", "data")
                : Path.of(folder);
        Path file = base.resolve(name);
        if (!Files.exists(file) && folder == null) {
            file = Path.of(System.getProperty("project.basedir", "."), "..", "..", "shared", "data", name);
        }
        Assumptions.assumeTrue(
                Files.isRegularFile(file),
                "needs the real data file " + name + ": name its folder in the environment variable PROSYNCHUB_DATA");
        return file;
    }
}
