package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule 16: a method that an error or a document tells the reader to call exists and can be called. */
class NamedMethodsTest {

    /** Names that are no methods of ours, with the reason. */
    private static final Map<String, String> NOT_OURS = Map.ofEntries(Map.entry("addresses", "of a sample entity"),
            Map.entry("taggings", "of a sample entity"), Map.entry("books", "of a sample entity"),
            Map.entry("genres", "of a sample entity"), Map.entry("tags", "of a sample entity"),
            Map.entry("getName", "of a sample entity"),
            Map.entry("author", "of a sample entity"), Map.entry("posts", "of a sample entity"),
            Map.entry("profile", "of a sample entity"), Map.entry("title", "of a sample entity"),
            Map.entry("mail", "of a sample entity"), Map.entry("tracks", "of a sample entity"),
            Map.entry("getMessage", "of the JDK"), Map.entry("varying", "of SQL"),
            Map.entry("truncatedTo", "of the JDK"), Map.entry("ofSeconds", "of the JDK"),
            Map.entry("scalars", "of SQLAlchemy"), Map.entry("stateChanged", "a rejected alternative"),
            Map.entry("thenCompose", "of the JDK"), Map.entry("thenApplyAsync", "of the JDK"),
            Map.entry("fromFuture", "of Reactor"), Map.entry("flowPublisherToFlux", "of Reactor"),
            Map.entry("createFrom", "of Mutiny"), Map.entry("completionStage", "of Mutiny"),
            Map.entry("publisher", "of Mutiny"), Map.entry("setRollbackOnly", "of Spring"),
            Map.entry("async_sessionmaker", "of SQLAlchemy"),
            Map.entry("run_sync", "of SQLAlchemy"), Map.entry("toString", "of the JDK"),
            Map.entry("equals", "of the JDK"), Map.entry("hashCode", "of the JDK"),
            Map.entry("getObject", "of JDBC"), Map.entry("setObject", "of JDBC"), Map.entry("getArray", "of JDBC"),
            Map.entry("bytes", "of a sample entity"), Map.entry("row_number", "of SQL"),
            Map.entry("fetchInto", "of jOOQ"),
            Map.entry("fetchLazy", "of jOOQ"),
            Map.entry("fetchOne", "of jOOQ"),
            Map.entry("fetchOptional", "of jOOQ"),
            Map.entry("fetchSingle", "of jOOQ"),
            Map.entry("inline", "of jOOQ"),
            Map.entry("mapping", "of jOOQ"),
            Map.entry("multiset", "of jOOQ"),
            Map.entry("val", "of jOOQ"),
            Map.entry("authorId", "of a sample entity"),
            Map.entry("getTitle", "of a sample entity"),
            Map.entry("getClass", "of the JDK"),
            Map.entry("add_column", "of Alembic"), Map.entry("autocommit_block", "of Alembic"),
            Map.entry("batch_alter_table", "of Alembic"), Map.entry("get_bind", "of Alembic"),
            Map.entry("get_context", "of Alembic"), Map.entry("get_x_argument", "of Alembic"),
            Map.entry("is_offline_mode", "of Alembic"), Map.entry("persist", "of JPA"),
            Map.entry("by", "of Spring Data"),
            Map.entry("findAll", "of Spring Data"),
            Map.entry("findById", "of Spring Data"),
            Map.entry("findByNameAndAgeGreaterThan", "of Spring Data"),
            Map.entry("findByPostsTitle", "of Spring Data"),
            Map.entry("save", "of Spring Data"),
            Map.entry("nextval", "of SQL"), Map.entry("tinyint", "of SQL"), Map.entry("enum", "of SQL"),
            Map.entry("varchar", "of SQL"), Map.entry("current_schema", "of SQL"));

    private static final Pattern ERROR = Pattern
            .compile("new \\w*(?:Exception|Error)\\((?:[^;\"]|\"(?:[^\"\\\\]|\\\\.)*\")*;");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");

    private static final Pattern CALL = Pattern.compile("(?<![\\w@$])([a-z]\\w*)\\((?=[^ ])");

    @Test
    void methodsNamedInErrorsExist() {
        assertThat(unknown(Project.sources(), NamedMethodsTest::messages, ourMethods())).isEmpty();
    }

    @Test
    void methodsNamedInDocumentsExist() throws IOException {
        assertThat(unknown(documents(), NamedMethodsTest::spans, ourMethods())).isEmpty();
    }

    @Test
    void aMethodThatDoesNotExistIsCaught() {
        var source = """
                throw new IllegalStateException("Call open() or " + name + ".shut(...) first");
                var sql = "select vanish(x)";
                """;

        assertThat(names(messages(source), Set.of("open"))).containsExactly("shut");
        assertThat(names(spans("Call `one.open(x)` or `gone()`, see gone (below)."), Set.of("open")))
                .containsExactly("gone");
    }

    private static Set<String> ourMethods() {
        var names = Project.classes().stream().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        || method.getModifiers().contains(JavaModifier.PROTECTED))
                .map(method -> method.getName()).collect(Collectors.toSet());
        names.addAll(NOT_OURS.keySet());
        return names;
    }

    private static List<Path> documents() throws IOException {
        var root = Project.root();
        try (var files = Files.walk(root.resolve("docs"))) {
            return Stream.concat(files.filter(file -> file.toString().endsWith(".md")),
                    Stream.of("README.md", "ARCHITECTURE.md").map(root::resolve)).sorted().toList();
        }
    }

    private static List<String> unknown(List<Path> files, Function<String, Stream<String>> texts,
            Set<String> known) {
        return files.stream().flatMap(file -> names(texts.apply(text(file)), known).stream()
                .map(name -> name + " (" + file.getFileName() + ")")).toList();
    }

    private static String text(Path file) {
        return file.toString().endsWith(".java") ? Project.code(file) : Project.read(file);
    }

    /** The texts of a source that an exception may show. */
    private static Stream<String> messages(String source) {
        return ERROR.matcher(source).results().flatMap(error -> LITERAL.matcher(error.group()).results())
                .map(literal -> literal.group(1));
    }

    /** The code in the sentences of a document. */
    private static Stream<String> spans(String document) {
        return SPAN.matcher(document).results().map(span -> span.group(1));
    }

    private static Set<String> names(Stream<String> texts, Set<String> known) {
        return texts.flatMap(text -> CALL.matcher(text).results()).map(call -> call.group(1))
                .filter(name -> !known.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }
}
