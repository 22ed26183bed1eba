package com.prosynchub.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.prosynchub.ui.kit.text.Language;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every sentence exists once in every language, and is used. A failure lists lines to paste into, or to delete from, the file
 * it names.
 */
class MessageKeysTest {
    private static final Path BASE = Path.of(System.getProperty("project.basedir", "."));
    private static final Path JAVA = BASE.resolve("src/main/java/com/prosynchub");
    private static final Path TEXTS = BASE.resolve("src/main/resources/com/prosynchub/ui");

    /** Beginnings of keys that are put together while the program runs, by feature; the only ones that may be. */
    private static final Map<String, Set<String>> MADE_AT_RUN_TIME = Map.ofEntries(
            Map.entry(
                    "kit",
                    Set.of(
                            "failure.",
                            "rule.",
                            "severity.",
                            "word.status.",
                            "word.priority.",
                            "word.event.",
                            "word.noun.",
                            "word.column.",
                            "word.role.")),
            Map.entry("login", Set.of("startup.step.", "startup.problem.", "startup.todo.", "store.")),
            Map.entry("shell", Set.of("store.", "theme.", "command.theme.", "notice.")),
            Map.entry("assets", Set.of("field.")),
            Map.entry("home", Set.of("section.", "empty.")),
            Map.entry("metrics", Set.of("field.", "priority.", "state.")),
            Map.entry("activity", Set.of("kind.")),
            Map.entry("audit", Set.of("action.", "copy.", "entity.", "problem.")),
            Map.entry("assettypes", Set.of("field.")),
            Map.entry("locations", Set.of("field.")),
            Map.entry("settings", Set.of("field.", "codes.", "numbering.")),
            Map.entry("workorders", Set.of("field.", "priority.", "status.", "move.", "refused.")),
            Map.entry("roles", Set.of("field.", "action.", "resource.", "permission.")),
            Map.entry("ingest", Set.of("source.", "reason.")),
            Map.entry("profile", Set.of("theme.", "field.", "keys.any.", "notices.")));

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern FROM_FXML = Pattern.compile("\"%([A-Za-z0-9_.]+)\"");
    private static final Pattern CALL =
            Pattern.compile("(?:\\bmessages|Messages\\.of\\(\\s*(?:\"(\\w+)\"|ID)\\s*\\)|(Messages\\.kit\\(\\))|\\bkit)"
                    + "\\s*\\.\\s*(?:text|has)\\(");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    /** A statement that seeds permissions, to its semicolon. */
    private static final Pattern SEEDED = Pattern.compile("INSERT INTO app\\.permissions[^;]*");

    private static final Pattern PERMISSION_ROW = Pattern.compile("\\('(\\w+)', '(\\w+)', '((?:[^']|'')+)'\\)");
    /** A refusal by a rule: the sentence beside it is for whoever works by plain SQL. */
    private static final Pattern REFUSAL = Pattern.compile("ERRCODE = 'PSH0[456]'[^;]*?HINT = '(\\w+)'");

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9_]+)*");

    @Test
    void everyKeyThatIsAskedForExists() {
        Map<String, Set<String>> missing = new TreeMap<>();
        asked().forEach((feature, keys) -> {
            Set<String> there = english(feature).stringPropertyNames();
            keys.stream().filter(key -> !there.contains(key)).forEach(key -> missing.computeIfAbsent(
                            feature, f -> new TreeSet<>())
                    .add(key));
        });
        assertThat(missing).as("add to %s", paste(missing)).isEmpty();
    }

    @Test
    void everyKeyIsUsed() {
        Map<String, Set<String>> unused = new TreeMap<>();
        for (String feature : features()) {
            Set<String> used = literals(feature);
            asked().getOrDefault(feature, Set.of()).forEach(used::add);
            for (String key : english(feature).stringPropertyNames()) {
                boolean made = MADE_AT_RUN_TIME.getOrDefault(feature, Set.of()).stream()
                        .anyMatch(key::startsWith);
                if (!made && !used.contains(key)) {
                    unused.computeIfAbsent(feature, f -> new TreeSet<>()).add(key);
                }
            }
        }
        assertThat(unused).as("delete from %s", paste(unused)).isEmpty();
    }

    @Test
    void everyBeginningOfAMadeKeyIsStillMade() {
        List<String> stale = new ArrayList<>();
        MADE_AT_RUN_TIME.forEach((feature, prefixes) -> prefixes.stream()
                .filter(prefix -> !literals(feature).contains(prefix))
                .forEach(prefix -> stale.add(feature + ": " + prefix)));
        assertThat(stale).as("no longer put together in Java").isEmpty();
    }

    @Test
    void keysPutTogetherAreDeclaredHere() {
        List<String> undeclared = new ArrayList<>();
        for (String feature : features()) {
            Set<String> declared = MADE_AT_RUN_TIME.getOrDefault(feature, Set.of());
            for (Path file : java(JAVA.resolve("ui").resolve(feature))) {
                arguments(read(file), feature)
                        .filter(call -> call.argument().strip().startsWith("\"")
                                && call.argument().contains("+"))
                        .map(call ->
                                literalsIn(call.argument()).stream().findFirst().orElse("?"))
                        .filter(prefix -> !declared.contains(prefix))
                        .forEach(prefix -> undeclared.add(feature + ": " + prefix + " in " + file.getFileName()));
            }
        }
        assertThat(undeclared).isEmpty();
    }

    @Test
    void everyLanguageHasTheSameKeys() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String feature : features()) {
            Set<String> wanted = english(feature).stringPropertyNames();
            try (Stream<Path> files = Files.list(TEXTS.resolve(feature))) {
                for (Path file : files.filter(f -> f.getFileName().toString().startsWith("messages_"))
                        .toList()) {
                    Set<String> there = properties(file).stringPropertyNames();
                    wanted.stream().filter(k -> !there.contains(k)).forEach(k -> wrong.add("add " + k + " to " + file));
                    there.stream()
                            .filter(k -> !wanted.contains(k))
                            .forEach(k -> wrong.add("delete " + k + " from " + file));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyBundleIsThereInEveryLanguageWithTheSamePlaces() {
        List<String> wrong = new ArrayList<>();
        for (String feature : features()) {
            Properties wanted = english(feature);
            for (Language language : Language.values()) {
                Path file = language == Language.ENGLISH
                        ? TEXTS.resolve(feature).resolve("messages.properties")
                        : TEXTS.resolve(feature).resolve("messages_" + language.tag() + ".properties");
                if (!Files.exists(file)) {
                    wrong.add("write " + file);
                    continue;
                }
                Properties there = properties(file);
                for (String key : wanted.stringPropertyNames()) {
                    String spoken = there.getProperty(key, "");
                    if (!places(wanted.getProperty(key)).equals(places(spoken))) {
                        wrong.add("fill the places of " + key + " in " + file);
                    }
                    if (spoken.matches("(?s).*\\{\\d.*")
                            && spoken.replace("''", "").contains("'")) {
                        wrong.add("double the apostrophe of " + key + " in " + file);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPermissionOfTheDatabaseIsSaidInEveryLanguage() {
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (Path migration : files(BASE.resolve("sql/postgresql"), ".sql")) {
            Matcher statement = SEEDED.matcher(read(migration));
            while (statement.find()) {
                Matcher row = PERMISSION_ROW.matcher(statement.group());
                while (row.find()) {
                    found++;
                    String key = "permission." + row.group(1) + "." + row.group(2);
                    if (english("roles").getProperty(key) == null) {
                        missing.add("roles: " + key + "=" + row.group(3).replace("''", "'"));
                    }
                }
            }
        }
        assertThat(found).as("the migrations were read").isGreaterThan(80);
        assertThat(missing).as("the other languages follow the English keys").isEmpty();
    }

    @Test
    void everyRuleThatTheDatabaseNamesIsSaid() {
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (Path migration : files(BASE.resolve("sql/postgresql"), ".sql")) {
            Matcher refusal = REFUSAL.matcher(read(migration));
            while (refusal.find()) {
                found++;
                String rule = refusal.group(1);
                boolean known = english("kit").getProperty("rule." + rule) != null
                        || english("workorders").getProperty("refused." + rule) != null;
                if (!known) {
                    missing.add("kit: rule." + rule + "= (" + migration.getFileName() + ")");
                }
            }
        }
        assertThat(found).as("the migrations were read").isGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    /** Numbers of the places that a sentence fills, in their order. */
    private static List<String> places(String sentence) {
        Matcher place = PLACE.matcher(sentence);
        List<String> found = new ArrayList<>();
        while (place.find()) {
            found.add(place.group(1));
        }
        return found.stream().sorted().toList();
    }

    @Test
    void anApostropheBesideAPlaceIsDoubled() {
        List<String> single = new ArrayList<>();
        for (String feature : features()) {
            english(feature).forEach((key, value) -> {
                String text = value.toString();
                if (text.matches("(?s).*\\{\\d.*") && text.replace("''", "").contains("'")) {
                    single.add(feature + ": " + key + "=" + text);
                }
            });
        }
        assertThat(single).as("MessageFormat swallows these").isEmpty();
    }

    @Test
    void noKeyStandsTwiceInAFile() {
        List<String> twice = new ArrayList<>();
        for (String feature : features()) {
            Set<String> seen = new TreeSet<>();
            read(TEXTS.resolve(feature).resolve("messages.properties"))
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .filter(key -> !seen.add(key))
                    .forEach(key -> twice.add(feature + ": " + key));
        }
        assertThat(twice).isEmpty();
    }

    private record Call(String feature, String argument) {}

    /** Keys written out in a call, by the feature whose sentences are asked. */
    private static Map<String, Set<String>> asked() {
        Map<String, Set<String>> asked = new TreeMap<>();
        for (Path file : java(JAVA)) {
            Path below = JAVA.resolve("ui").relativize(file);
            String own = file.startsWith(JAVA.resolve("ui")) ? below.getName(0).toString() : "";
            arguments(read(file), own)
                    .filter(call ->
                            !call.feature().isEmpty() && !call.argument().contains("+"))
                    .forEach(call -> literalsIn(call.argument()).stream()
                            .filter(key -> KEY.matcher(key).matches())
                            .forEach(key -> asked.computeIfAbsent(call.feature(), f -> new TreeSet<>())
                                    .add(key)));
        }
        for (String feature : features()) {
            for (Path file : files(TEXTS.resolve(feature), ".fxml")) {
                Matcher key = FROM_FXML.matcher(read(file));
                while (key.find()) {
                    asked.computeIfAbsent(feature, f -> new TreeSet<>()).add(key.group(1));
                }
            }
        }
        return asked;
    }

    private static Stream<Call> arguments(String source, String own) {
        List<Call> calls = new ArrayList<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            String named = call.group(1);
            boolean kit = call.group(2) != null || call.group().startsWith("kit");
            calls.add(new Call(named != null ? named : kit ? "kit" : own, firstArgument(source, call.end())));
        }
        return calls.stream();
    }

    /** From after the opening parenthesis to the comma or parenthesis that ends the first argument. */
    private static String firstArgument(String source, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == '[')) {
                depth++;
            } else if (!quoted && depth == 0 && (c == ')' || c == ',')) {
                return source.substring(from, i);
            } else if (!quoted && (c == ')' || c == ']')) {
                depth--;
            }
        }
        return source.substring(from);
    }

    /** Everything written between quotes in a feature's sources: a key handed on by name counts as used. */
    private static Set<String> literals(String feature) {
        Set<String> found = new TreeSet<>();
        java(JAVA.resolve("ui").resolve(feature)).forEach(file -> found.addAll(literalsIn(read(file))));
        return found;
    }

    private static List<String> literalsIn(String source) {
        List<String> found = new ArrayList<>();
        Matcher literal = LITERAL.matcher(source);
        while (literal.find()) {
            found.add(literal.group(1));
        }
        return found;
    }

    private static String paste(Map<String, Set<String>> keys) {
        StringBuilder text = new StringBuilder();
        keys.forEach((feature, names) -> {
            text.append("\n\n").append(feature).append("/messages.properties:\n");
            names.forEach(name -> text.append('\n').append(name).append('='));
        });
        return text.append('\n').toString();
    }

    private static List<String> features() {
        return files(TEXTS, "messages.properties").stream()
                .map(file -> file.getParent().getFileName().toString())
                .toList();
    }

    private static Properties english(String feature) {
        return properties(TEXTS.resolve(feature).resolve("messages.properties"));
    }

    private static Properties properties(Path file) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private static List<Path> java(Path folder) {
        return files(folder, ".java");
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
