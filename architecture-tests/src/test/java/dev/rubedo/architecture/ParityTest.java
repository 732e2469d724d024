package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The ledger of features is complete, and each test it names exists; {@code -Drubedo.golden=rewrite} writes the page
 * made from it anew.
 */
class ParityTest {

    /** The families of features in the order of the ledger, with the number of features in each. */
    private static final String FAMILIES = """
            A=9 E=6 EO=31 U=7 EN=6 C=20 X=15 P=14 R=22 S=32 O=38 D=17 T=22 M=19 L=6 I=10 AM=3 K=13 V=5 X1=5 DI=6 PG=19 \
            MY=14 SL=11 OR=10 MS=13 DM=16 MO=22 CO=9 RL=27 CL=8 LO=16 SE=11 SM=20 ST=9 UW=15 IN=9 Q=16 B=7 H=11 EV=8 \
            AS=8 TY=4 UP=16 AC=16 AF=3 AE=8 OP=15 BM=4 AG=14 BR=6 CB=18 AD=6 PP=28 PM=17 PF=7 PB=6 PC=7 TG=7""";

    private static final Set<String> VERDICTS = Set.of("done", "differs", "not on the JVM", "open");

    private static final Path CSV = Project.root().resolve("docs/parity.csv");

    private static final Path PAGE = Project.root().resolve("docs/guide/coming-from-sqlalchemy.md");

    private static final String MARK = "<!-- made from docs/parity.csv by ParityTest -->\n";

    private final Ledger ledger = Ledger.read(Project.read(CSV));

    @Test
    void everyFeatureHasOneLine() {
        var expected = Arrays.stream(FAMILIES.split(" ")).map(family -> family.split("="))
                .flatMap(family -> IntStream.rangeClosed(1, Integer.parseInt(family[1]))
                        .mapToObj(number -> family[0] + "-" + (number < 10 ? "0" : "") + number))
                .toList();

        assertThat(ledger.entries()).extracting(Ledger.Entry::id).containsExactlyElementsOf(expected);
    }

    @Test
    void everyStatusIsKnownAndGivesItsReason() {
        assertThat(ledger.entries()).allSatisfy(entry -> {
            assertThat(entry.verdict()).as(entry.id()).isIn(VERDICTS);
            assertThat(entry.status().equals("done") || entry.status().contains(": ")).as(entry.id()).isTrue();
        });
    }

    @Test
    void everyFinishedFeatureNamesATest() {
        assertThat(ledger.entries()).filteredOn(entry -> Set.of("done", "differs").contains(entry.verdict()))
                .allSatisfy(entry -> assertThat(entry.proofs()).as(entry.id()).isNotEmpty());
    }

    @Test
    void everyNamedTestExists() {
        var tests = tests();

        assertThat(ledger.entries()).allSatisfy(
                entry -> assertThat(entry.proofs()).as(entry.id()).allMatch(proof -> exists(proof, tests)));
    }

    @Test
    void aTestThatDoesNotExistIsCaught() {
        var name = ParityTest.class.getName();

        assertThat(exists(name + "#everyNamedTestExists", tests())).isTrue();
        assertThat(exists(name + "#noSuchTest", tests())).isFalse();
        assertThat(exists("dev.rubedo.NoSuchTest#everyNamedTestExists", tests())).isFalse();
        assertThatThrownBy(() -> Ledger.read("id;feature")).hasMessageContaining(Ledger.HEADER);
    }

    @Test
    void thePageShowsTheLedger() throws IOException {
        var written = Project.read(PAGE);
        var made = written.substring(0, written.indexOf(MARK) + MARK.length()) + tables();
        if (System.getProperty("rubedo.golden", "").equals("rewrite")) {
            Files.writeString(PAGE, made);
        }

        assertThat(Project.read(PAGE)).isEqualTo(made);
    }

    /** The test sources of all modules and examples by class name; the suites for dialects are main sources of their module. */
    private static Map<String, Path> tests() {
        var files = new LinkedHashMap<String, Path>();
        Layout.modules().forEach(module -> Stream.of("src/test/java", "src/main/java").forEach(folder -> {
            var sources = Project.root().resolve(module.folder()).resolve(folder);
            Project.javaFiles(sources).forEach(file -> files
                    .put(Project.packageName(sources, file.getParent()) + "." + Project.typeName(file), file));
        }));
        for (var other : List.of("architecture-tests", "maven-plugin", "examples/chinook", "examples/rest",
                "examples/web", "examples/tutorial",
                "examples/recipes")) {
            var own = Project.root().resolve(other).resolve("src/test/java");
            Project.javaFiles(own).forEach(
                    file -> files.put(Project.packageName(own, file.getParent()) + "." + Project.typeName(file), file));
        }
        return files;
    }

    private static boolean exists(String proof, Map<String, Path> tests) {
        var parts = proof.split("#");
        var file = tests.get(parts[0].replaceFirst("\\$.*", ""));
        return parts.length == 2 && file != null
                && Pattern.compile("\\b(?:void|Stream<DynamicNode>|Stream<DynamicTest>|Stream<DynamicContainer>) "
                        + Pattern.quote(parts[1]) + "\\(").matcher(Project.read(file)).find();
    }

    private String tables() {
        Map<String, List<Ledger.Entry>> families = ledger.entries().stream()
                .collect(Collectors.groupingBy(Ledger.Entry::family, LinkedHashMap::new, Collectors.toList()));
        return Titles.of(families.keySet()).entrySet().stream()
                .map(section -> "\n## " + section.getKey() + "\n\n| SQLAlchemy, Alembic | Rubedo | |\n|---|---|---|\n"
                        + section.getValue().stream().flatMap(family -> families.get(family).stream())
                                .map(ParityTest::row).collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String row(Ledger.Entry entry) {
        var java = entry.java().isEmpty() || entry.java().contains("`") ? entry.java() : "`" + entry.java() + "`";
        return "| " + cell(entry.feature()) + " | " + cell(java) + " | " + cell(entry.status()) + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    /** The headings of the page, each with the families below it. */
    private static final class Titles {
        private static final String ALL = """
                Architecture: A
                Engine, URLs, connections and pools: E EO U EN C X P
                Results: R
                SELECT and expressions: S O
                INSERT, UPDATE, DELETE: D
                Types: T
                Schema and DDL: M L
                Reflection: I AM
                Compilation and caching: K
                Events of Core: V
                Errors and logging: X1
                Dialects: DI PG MY SL OR MS
                Mapping: DM MO CO
                Relationships and collections: RL CL
                Loading: LO
                Session and unit of work: SE SM ST UW
                Inheritance: IN
                Queries and bulk statements of the ORM: Q B
                Extensions and events of the ORM: H EV
                Asynchronous use: AS
                Types of the language and inspection: TY
                Usage patterns: UP
                Migrations: AC AF AE OP BM AG BR CB AD
                Beyond SQLAlchemy and Alembic: PP PM
                Speed and tests: PF PB PC TG
                """;

        static Map<String, List<String>> of(Set<String> families) {
            var titles = new LinkedHashMap<String, List<String>>();
            ALL.lines().map(line -> line.split(": "))
                    .forEach(line -> titles.put(line[0], List.of(line[1].split(" "))));
            assertThat(titles.values().stream().flatMap(List::stream)).as("families with a heading")
                    .containsExactlyInAnyOrderElementsOf(families);
            return titles;
        }
    }
}
