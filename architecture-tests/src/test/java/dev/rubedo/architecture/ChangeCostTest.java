package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What one more feature of a kind costs: the files that name one that nothing treats specially. A file that must list
 * each of a kind makes every further one more expensive, so it has to be added here, and to the table in ARCHITECTURE.md.
 */
class ChangeCostTest {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    /**
     * A kind of feature.
     *
     * @param example a class that is one of the kind
     * @param own the other classes that only this example needs
     * @param named the classes that name it
     */
    private record Kind(String what, String example, Set<String> own, Set<String> named) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("an expression", "Quantified", Set.of(), Set.of("Expression", "ExpressionRenderer", "Sql")),
                new Kind("a FROM source", "ValuesTable",
                        Set.of("MariadbSelectRenderer", "MysqlSelectRenderer", "NestedQueries", "SqliteSelectRenderer"),
                        Set.of("RowSource", "DerivedColumns", "FromRenderer", "Sql")),
                new Kind("a clause of SELECT", "LabelStyle", Set.of("RenderContext", "DerivedColumns", "FromRenderer"),
                        Set.of("Select", "SelectParts", "QueryLabels")),
                new Kind("a statement", "Merge",
                        Set.of("MergeAction", "MergeClause", "MergeIntoRenderer", "OracleMergeIntoRenderer",
                                "CartesianProducts"),
                        Set.of("DmlStatement", "ComposedStatement", "Renderers", "StatementKind", "Sql")),
                new Kind("a type of one database", "InetType", Set.of(), Set.of("PostgresTypes")),
                new Kind("a loader strategy", "ImmediateLoading", Set.of(), Set.of("LoaderStrategy")),
                new Kind("a collection", "TrackedSortedSet", Set.of(), Set.of("TrackedSet")),
                new Kind("an option of statements", "FromCacheOption", Set.of(),
                        Set.of("Orm", "PlanCache", "StatementOptions", "StatementRunner")),
                new Kind("a dialect", "OracleDialect", Set.of("OracleBackend"), Set.of()),
                new Kind("a migration operation", "DropViewOperation",
                        Set.of("CreateViewOperation", "ViewComparator"),
                        Set.of("DatabaseOperation", "Operations", "OperationRenderer", "StatementSource")),
                new Kind("an aspect of schema comparison", "CommentComparator", Set.of(), Set.of("SchemaComparison")));
    }

    /**
     * An element that is a word and not a class: of a mapping annotation that reaches the runtime, or an event.
     *
     * @param example the words for one such element
     * @param own the classes of rules that only this example needs
     * @param named the classes that have one of the words
     */
    private record Element(String what, String example, Set<String> own, Set<String> named) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Element> elements() {
        return Stream.of(
                new Element("a mapping element of a column", "system|isSystem",
                        Set.of("ColumnRules"),
                        Set.of("Column", "DefinitionOption", "ColumnDefinition", "ColumnMaker")),
                new Element("an event of a session", "afterSoftRollback", Set.of(),
                        Set.of("SessionListener", "SessionTransaction")),
                new Element("an event of a mapper", "beforeDelete", Set.of(), Set.of("MapperListener", "FlushEvents")),
                new Element("a mapping element of a relationship", "activeHistory|hasActiveHistory",
                        Set.of("ViewOnlyRules"),
                        Set.of("Relationship", "DefinitionOption", "RelationshipDefinition",
                                "RelationshipProperty")));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void aFurtherElementOfAnAnnotationIsNamedInFewFiles(Element element) {
        var word = Pattern.compile("\\b(" + element.example() + ")\\b");
        var named = Project.sources().stream()
                .filter(file -> Stream.of("mapping", "processor", "orm")
                        .anyMatch(module -> file.startsWith(Project.root().resolve(module))))
                .filter(file -> word.matcher(code(file)).find())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> !element.own().contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(new TreeSet<>(element.named()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFurtherOneIsNamedInFewFiles(Kind kind) {
        var example = Project.sources().stream().filter(file -> file.endsWith(kind.example() + ".java"))
                .filter(file -> !isApart(file)).findFirst().orElseThrow();
        var word = Pattern.compile("\\b" + kind.example() + "\\b");
        var imported = Pattern.compile("import [\\w.]+\\." + kind.example() + ";");
        var named = Project.sources().stream().filter(file -> !isApart(file))
                .filter(file -> file.getParent().equals(example.getParent()) || imported.matcher(code(file)).find())
                .filter(file -> word.matcher(code(file)).find())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> !name.equals(kind.example()) && !kind.own().contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(new TreeSet<>(kind.named()));
    }

    @Test
    void theTableOfTheArchitectureHasTheseNumbers() throws IOException {
        var text = Files.readString(Project.root().resolve("ARCHITECTURE.md"));

        assertThat(Stream.concat(kinds().map(kind -> "| " + kind.what() + " | " + kind.named().size() + " |"),
                elements().map(element -> "| " + element.what() + " | " + element.named().size() + " |")))
                .allSatisfy(row -> assertThat(text).contains(row));
    }

    /** Suites of tests, and commands that have the names of nodes. */
    private static boolean isApart(Path file) {
        return file.startsWith(Project.root().resolve("tck")) || file.startsWith(Project.root().resolve("cli"));
    }

    /** Returns the source without comments. */
    private static String code(Path file) {
        try {
            return COMMENT.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
