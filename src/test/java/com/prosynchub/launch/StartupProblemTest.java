package com.prosynchub.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.data.embedded.EmbeddedStoreException;
import com.prosynchub.ui.kit.text.Language;
import com.prosynchub.ui.login.StartupProblem;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason that keeps the embedded stores from starting has words and advice of its own in every language. */
class StartupProblemTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void back() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonHasItsWords(Language language) {
        language.use();
        Set<String> said = new HashSet<>();
        for (EmbeddedStoreException.Reason reason : EmbeddedStoreException.Reason.values()) {
            StartupProblem problem =
                    StartupProblem.of(reason.name().toLowerCase(Locale.ROOT), "The disk with /data is full.", "trace");
            said.add(problem.what());
            assertThat(problem.todo())
                    .endsWith("\n\nThe disk with /data is full.")
                    .doesNotContain("startup.");
        }
        assertThat(said).hasSameSizeAs(EmbeddedStoreException.Reason.values());
        assertThat(StartupProblem.of("never heard of", "x", "").what())
                .isEqualTo(StartupProblem.of("failed", "x", "").what());
    }
}
