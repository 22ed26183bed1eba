package com.prosynchub.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.model.access.UserAccount;
import com.prosynchub.model.audit.LedgerFilter;
import com.prosynchub.ui.UiSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerServiceTest {
    private final UiSite site = UiSite.ofAdministrator();
    private final LedgerService service = site.services.ledger();
    private final UserAccount ada = site.plant.user("ada", "Manager");

    @TempDir
    private Path folder;

    @Test
    void exportsEachChangedFieldOnItsLineAndOnlyWhatTheFilterShows() throws IOException {
        site.plant.recorded(ada, "UPDATE", "LOCATION", "7", Map.of("name", "Hall"), Map.of("name", "Hall, \"old\""));
        site.plant.recorded(ada, "DELETE", "PART", "8", Map.of("name", "Seal"), Map.of());
        Path file = folder.resolve("audit.csv");

        assertThat(service.export(LedgerFilter.all().ofAction("UPDATE"), file))
                .isEqualTo(new LedgerService.Exported(1, true));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("no,time,user name,person,action,");
        assertThat(lines.getLast())
                .startsWith("1,")
                .contains(",ada,", ",UPDATE,LOCATION,7,", ",name,Hall,\"Hall, \"\"old\"\"\",10.0.0.7,");
        assertThat(folder.resolve("audit.csv.part")).doesNotExist();
    }

    @Test
    void exportsMoreThanAPageInOrderWithoutGap() throws IOException {
        for (int i = 1; i <= 1_203; i++) {
            site.plant.recorded(ada, "CREATE", "PART", "p" + i, Map.of(), Map.of("name", "Part " + i));
        }
        Path file = folder.resolve("audit.csv");
        service.export(LedgerFilter.all(), file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1_204).doesNotHaveDuplicates();
        assertThat(lines.get(1)).startsWith("1203,");
        assertThat(lines.getLast()).startsWith("1,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", " =1", "＝1+1", "-"})
    void whatASpreadsheetWouldRunIsNeutralised(String value) {
        assertThat(SheetCell.of(value)).matches("\"?'.*\"?").contains(value.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-3.25", "+4", "1e-7", "Hall 3", "a=b", "c@plant.example"})
    void numbersAndWordsStayAsTheyAre(String value) {
        assertThat(SheetCell.of(value)).isEqualTo(value);
    }
}
