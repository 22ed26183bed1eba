package com.prosynchub.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.audit.AuditActions;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.kit.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever the database writes into the ledger can be asked for, in words of every language. */
class AuditWordsTest {
    private static final Path SQL = Path.of(System.getProperty("project.basedir", "."), "sql", "postgresql");
    private static final Pattern GUARDED = Pattern.compile("migration\\.guard\\('\\w+',\\s*'([A-Z_]+)'");
    private static final Pattern RECORDED = Pattern.compile("auth\\.record\\(\\w+, [^;]*?'[A-Z_]+',\\s*'([A-Z_]+)'");

    private final Locale before = Locale.getDefault();

    @AfterEach
    void back() {
        Locale.setDefault(before);
    }

    @Test
    void everyKindOfRecordOfTheLedgerCanBeAskedFor() throws IOException {
        Set<String> written = new TreeSet<>();
        try (Stream<Path> files = Files.list(SQL)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("V"))
                    .toList()) {
                String sql = Files.readString(file);
                for (Pattern pattern : new Pattern[] {GUARDED, RECORDED}) {
                    Matcher found = pattern.matcher(sql);
                    while (found.find()) {
                        written.add(found.group(1));
                    }
                }
            }
        }
        assertThat(written).contains("ASSET", "SESSION");
        assertThat(AuditWords.ENTITIES).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void eachHasWordsInEveryLanguage() {
        for (Language language : Language.values()) {
            language.use();
            Messages messages = Messages.of("audit");
            assertThat(AuditActions.ALL).allMatch(action -> messages.has("action." + action));
            assertThat(AuditWords.ENTITIES).allMatch(entity -> messages.has("entity." + entity));
        }
        Language.GERMAN.use();
        assertThat(AuditWords.field("due_date")).isEqualTo("Fälligkeit");
        assertThat(AuditWords.field("number_of_moons")).isEqualTo("Number of moons");
    }
}
