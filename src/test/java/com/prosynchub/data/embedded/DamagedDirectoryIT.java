package com.prosynchub.data.embedded;

import static com.prosynchub.data.embedded.EmbeddedFixture.fingerprint;
import static com.prosynchub.data.embedded.EmbeddedFixture.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.data.embedded.EmbeddedStoreException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory with a fault is reported in a sentence, and not one byte or right of it changes. */
class DamagedDirectoryIT {
    @TempDir
    Path temp;

    private Path data;

    @BeforeEach
    void makeStore() {
        data = temp.resolve("data");
        start(data).close();
    }

    @Test
    void withoutItsVersionFile() throws Exception {
        Files.delete(data.resolve("store/postgres/PG_VERSION"));
        assertRefusedUntouched(Reason.DAMAGED, "PG_VERSION is missing");
    }

    @Test
    void ofAnotherMajorVersion() throws Exception {
        Files.writeString(data.resolve("store/postgres/PG_VERSION"), "15\n");
        assertRefusedUntouched(Reason.DAMAGED, "written by PostgreSQL 15, and this release brings 18");
    }

    @Test
    void withAnEmptyControlFile() throws Exception {
        Files.writeString(data.resolve("store/postgres/global/pg_control"), "");
        assertRefusedUntouched(Reason.DAMAGED, "pg_control is missing or damaged");
    }

    /** Its checksum tells, and only the database itself knows how it is made, so some of the start happens before. */
    @Test
    void withAnAlteredControlFile() throws Exception {
        Path control = data.resolve("store/postgres/global/pg_control");
        byte[] bytes = Files.readAllBytes(control);
        bytes[40] ^= 1;
        Files.write(control, bytes);
        SortedMap<String, String> before = fingerprint(data.resolve("store/postgres/base"));
        assertThatThrownBy(() -> start(data))
                .isInstanceOfSatisfying(EmbeddedStoreException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.FAILED))
                .hasMessageContaining("incorrect checksum in control file");
        assertThat(fingerprint(data.resolve("store/postgres/base"))).isEqualTo(before);
        assertThat(Files.readAllBytes(control)).isEqualTo(bytes);
    }

    @Test
    void withoutItsLog() throws Exception {
        Files.move(data.resolve("store/postgres/pg_wal"), temp.resolve("pg_wal"));
        assertRefusedUntouched(Reason.DAMAGED, "pg_wal is missing");
    }

    @Test
    void withoutItsSecrets() throws Exception {
        Files.delete(data.resolve("store/secrets.properties"));
        assertRefusedUntouched(Reason.DAMAGED, "passwords is missing or damaged");
    }

    @Test
    void withTornSecrets() throws Exception {
        Path secrets = data.resolve("store/secrets.properties");
        String text = Files.readString(secrets);
        Files.writeString(secrets, text.substring(0, text.length() - 20));
        assertRefusedUntouched(Reason.DAMAGED, "passwords is missing or damaged");
    }

    @Test
    void withoutTheStoreButWithKeys() throws Exception {
        Files.createDirectory(data.resolve("keys"));
        Files.move(data.resolve("store"), temp.resolve("store"));
        assertRefusedUntouched(Reason.DAMAGED, "store is missing");
    }

    @Test
    void withSecretsThatOthersCanRead() throws Exception {
        Files.setPosixFilePermissions(
                data.resolve("store/secrets.properties"), PosixFilePermissions.fromString("rw-r--r--"));
        assertRefusedUntouched(Reason.PERMISSIONS, "chmod go-rwx");
    }

    @Test
    void thatOthersCanEnter() throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertRefusedUntouched(Reason.PERMISSIONS, "Other users of this computer have rights on");
    }

    @Test
    void thatIsSomebodyElsesFolder() throws Exception {
        data = Files.createDirectory(temp.resolve("home"));
        Files.writeString(data.resolve("letter.txt"), "Dear");
        assertRefusedUntouched(Reason.DAMAGED, "holds other files (such as letter.txt)");
    }

    private void assertRefusedUntouched(Reason reason, String words) throws Exception {
        SortedMap<String, String> before = fingerprint(data);
        assertThatThrownBy(() -> start(data))
                .isInstanceOfSatisfying(EmbeddedStoreException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason))
                .hasMessageContaining(words)
                .hasMessageContaining("Nothing was changed");
        assertThat(fingerprint(data)).isEqualTo(before);
    }
}
