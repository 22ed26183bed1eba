package com.prosynchub.service.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prosynchub.fixture.fake.FakePlant;
import com.prosynchub.fixture.fake.FakeRelationalSession;
import com.prosynchub.model.access.Permission;
import com.prosynchub.model.failure.Failure;
import com.prosynchub.model.failure.FailureException;
import com.prosynchub.service.access.SessionAccessGate;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserImportServiceTest {
    private static final String HEAD = "username,email,role,first name,last name,phone,department,picture\n";

    private final FakePlant plant = new FakePlant();

    @TempDir
    Path folder;

    private UserImportService service(String role) {
        FakeRelationalSession session = plant.session(role);
        return new UserImportService(new SessionAccessGate(session), session.accounts());
    }

    private Path file(String text) throws IOException {
        return file(text, StandardCharsets.UTF_8);
    }

    private Path file(String text, Charset encoding) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text, encoding);
    }

    private ImportPreview preview(String lines) throws IOException {
        return service("Administrator").preview(file(HEAD + lines));
    }

    private static List<String> broken(ImportLine line) {
        return line.violations().stream().map(v -> v.field() + " " + v.rule()).toList();
    }

    private String refusal(Path file) {
        try {
            service("Administrator").preview(file);
            throw new AssertionError("the file was read");
        } catch (FailureException refused) {
            return ((Failure.Invalid) refused.failure()).violations().getFirst().rule();
        }
    }

    @Test
    void aGoodLineIsFreshWithEveryField() throws IOException {
        ImportLine line = preview("grace,grace@plant.example,OPERATOR,Grace,Hopper,+49 30 1-2,Filling,https://p/x.png")
                .lines()
                .getFirst();
        assertThat(line.verdict()).isEqualTo(ImportVerdict.FRESH);
        assertThat(line.number()).isEqualTo(2);
        assertThat(line.account().displayName()).isEqualTo("Grace Hopper");
        assertThat(line.account().phoneNumber()).isEqualTo("+49 30 1-2");
        assertThat(line.account().department()).isEqualTo("Filling");
        assertThat(line.account().profileImageUrl()).isEqualTo("https://p/x.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g,nowhere,Viewer                       | email pattern",
                "g,,Viewer                              | email required",
                ",g@x,Viewer                            | username required",
                "g,g@x,                                 | roleId required",
                "g,g@x,Captain                          | roleId unknownRole",
                "=cmd(),g@x,Viewer                      | username formula",
                "g,@SUM(A1),Viewer                      | email formula",
                "g,g@x,Viewer,-Grace                    | firstName formula",
                "g,g@x,Viewer,,,+HYPERLINK(1)           | phoneNumber formula",
                "g,g@x,Viewer,Gr\u0007ace               | firstName control",
                "g,g@x,Viewer,a,b,c,d,e,more            | ' cells'",
                "\"never closed,g@x,Viewer              | email required",
                "g,g@x,Viewer,,,0123456789012345678901  | phoneNumber tooLong"
            })
    void aHostileOrBrokenLineIsRefusedWithItsFieldAndRule(String line, String rule) throws IOException {
        ImportLine judged = preview(line.strip() + "\n").lines().getFirst();
        assertThat(judged.verdict()).isEqualTo(ImportVerdict.REFUSED);
        assertThat(broken(judged)).contains(rule);
    }

    @Test
    void namesAndAddressesThatStandTwiceOrBelongToOthersAreRefused() throws IOException {
        plant.user("ada", "Viewer");
        ImportPreview preview = preview("""
            grace,grace@x,Viewer
            GRACE,other@x,Viewer
            bob,grace@x,Viewer
            eve,ada@plant.example,Viewer
            ADA,ada@plant.example,Viewer
            """);
        assertThat(preview.lines())
                .extracting(UserImportServiceTest::broken)
                .containsExactly(
                        List.of(),
                        List.of("username twice"),
                        List.of("email twice"),
                        List.of("email duplicate"),
                        List.of("email twice"));
        assertThat(preview.count(ImportVerdict.FRESH)).isEqualTo(1);
        assertThat(preview("ADA,ada@plant.example,Viewer").lines().getFirst().verdict())
                .isEqualTo(ImportVerdict.THERE);
    }

    @Test
    void encodings() throws IOException {
        String list = HEAD + "jürgen,j@x,Viewer\n";
        assertThat(service("Administrator")
                        .preview(file("\uFEFF" + list))
                        .lines()
                        .getFirst()
                        .account()
                        .username())
                .isEqualTo("jürgen");
        assertThat(service("Administrator")
                        .preview(file(list, StandardCharsets.UTF_16))
                        .lines()
                        .getFirst()
                        .account()
                        .username())
                .isEqualTo("jürgen");
        assertThat(broken(service("Administrator")
                        .preview(file(list, StandardCharsets.ISO_8859_1))
                        .lines()
                        .getFirst()))
                .containsExactly("username encoding");
    }

    @Test
    void headingsOfOtherLanguagesAndSeparatorsAreUnderstood() throws IOException {
        ImportLine line = service("Administrator")
                .preview(file("Benutzername;E-Mail;Rolle;Teléfono\ngrace;g@x;Viewer;030 1\n"))
                .lines()
                .getFirst();
        assertThat(line.verdict()).isEqualTo(ImportVerdict.FRESH);
        assertThat(line.account().phoneNumber()).isEqualTo("030 1");
    }

    @Test
    void whatIsNoListIsRefusedWhole() throws IOException {
        assertThat(refusal(folder.resolve("none"))).isEqualTo("fileUnreadable");
        assertThat(refusal(folder)).isEqualTo("fileUnreadable");
        assertThat(refusal(file(""))).isEqualTo("fileNotText");
        assertThat(refusal(file("PK\u0003\u0004 a workbook"))).isEqualTo("fileNotText");
        assertThat(refusal(file(HEAD))).isEqualTo("fileNoRows");
        assertThat(refusal(file("username,email\ng,g@x\n"))).isEqualTo("fileColumnMissing");
        assertThat(refusal(file("username,email,role,salary\n"))).isEqualTo("fileColumnUnknown");
        assertThat(refusal(file("username,email,role,user\n"))).isEqualTo("fileColumnTwice");
        assertThat(refusal(file("x".repeat((int) PeopleFile.MOST_BYTES + 1)))).isEqualTo("fileTooLarge");
        assertThat(refusal(file(HEAD
                        + IntStream.rangeClosed(0, PeopleFile.MOST_ROWS)
                                .mapToObj(i -> "u" + i + ",u" + i + "@x,Viewer\n")
                                .collect(Collectors.joining()))))
                .isEqualTo("fileTooManyRows");
    }

    @Test
    void aRoleAboveTheOwnRankIsRefused() throws IOException {
        plant.role(
                "Desk",
                Set.of(
                        Permission.parse("user:read").orElseThrow(),
                        Permission.parse("user:create").orElseThrow()));
        ImportPreview preview = service("Desk").preview(file(HEAD + "g,g@x,Administrator\nh,h@x,Desk\n"));
        assertThat(broken(preview.lines().getFirst())).containsExactly("roleId rank");
        assertThat(preview.lines().getLast().verdict()).isEqualTo(ImportVerdict.FRESH);
    }

    @Test
    void allOfTheGoodLinesAreAddedOrNone() throws IOException {
        UserImportService service = service("Administrator");
        Path list = file(HEAD + "grace,g@x,Viewer\nbad,,Viewer\nhedy,h@x,Viewer\n");
        ImportPreview preview = service.preview(list);
        plant.user("hedy", "Viewer");
        assertThatThrownBy(() -> service.add(preview)).isInstanceOf(FailureException.class);
        assertThat(service.preview(list).lines())
                .extracting(ImportLine::verdict)
                .containsExactly(ImportVerdict.FRESH, ImportVerdict.REFUSED, ImportVerdict.THERE);
        List<FirstPassword> given = service.add(service.preview(list));
        assertThat(given).extracting(FirstPassword::username).containsExactly("grace");
        assertThat(service.preview(list).count(ImportVerdict.THERE)).isEqualTo(2);
    }

    @Test
    void passwordsAreSavedForTheirOwnerAloneAndReplaceAFileOnlyWhenTheyAreWhole() throws IOException {
        List<FirstPassword> given = List.of(new FirstPassword("grace", "Hopper, Grace", "=one two"));
        Path file = Files.writeString(folder.resolve("passwords.csv"), "older");
        service("Administrator").save(given, file);
        assertThat(file).content().isEqualTo("username,name,password\r\ngrace,\"Hopper, Grace\",'=one two\r\n");
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("kept"), "older");
        assertThatThrownBy(() -> service("Administrator").save(given, full))
                .isInstanceOfSatisfying(FailureException.class, refused -> assertThat(refused.failure())
                        .isEqualTo(Failure.Invalid.of("file", "fileUnwritable")));
        assertThat(full.resolve("kept")).hasContent("older");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("nothing half-written stays").containsExactlyInAnyOrder(file, full);
        }
    }
}
