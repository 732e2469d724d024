package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import dev.rubedo.engine.EngineBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** The reference of options lists every option of engines, connections, transactions, session factories and Spring. */
class OptionReferenceTest {

    private static final Path ENGINE = Project.root().resolve("engine/src/main/java/dev/rubedo/engine");

    private static final Path CONFIGURATION = ENGINE.resolve("EngineConfiguration.java");

    /** What a name of a file sets: a line such as {@code case "poolsize" -> builder.poolSize(}. */
    private static final Pattern CASE = Pattern
            .compile(
                    "case ((?:\"\\w+\"(?:, )?)+) ->\\s+(?:builder\\.(?:connectionOptions\\(options -> options\\.)?)?(\\w+)\\(");

    @Test
    void thePageListsEveryOption() {
        new GeneratedPage("docs/reference/options.md", getClass()).hasEnd(engine() + methods("Connections",
                "`Engine.withOptions`, `EngineBuilder.connectionOptions`, `Connection.withOptions` and others take a function"
                        + " of `ConnectionOptions`, whose options are:",
                DocumentedSource.read(ENGINE.resolve("ConnectionOptions.java")))
                + methods("Transactions",
                        "`inTransaction` and `fromTransaction` of engines, connections and session factories take `TransactionOptions`:",
                        DocumentedSource.read(ENGINE.resolve("TransactionOptions.java")))
                + methods("Session factories", "`SessionFactory.builder(engine, model)`:",
                        DocumentedSource.read(Project.root()
                                .resolve("orm/src/main/java/dev/rubedo/orm/session/SessionFactoryBuilder.java")))
                + methods("Asynchronous engines", "`AsyncEngine.builder(engine)`:",
                        builder("async/src/main/java/dev/rubedo/async/AsyncEngine.java"))
                + spring());
    }

    @Test
    void everyOptionOfAFileIsNamedInItsError() {
        var named = names().stream().map(OptionReferenceTest::plain).collect(Collectors.toSet());

        assertThat(setters()).allSatisfy(
                (setter, keys) -> assertThat(keys).as(setter).anyMatch(named::contains));
    }

    @Test
    void everyOptionIsDescribed() {
        assertThat(Stream.of(ENGINE.resolve("EngineBuilder.java"), ENGINE.resolve("ConnectionOptions.java"),
                ENGINE.resolve("TransactionOptions.java")).map(DocumentedSource::read))
                .allSatisfy(source -> assertThat(options(source))
                        .allSatisfy(option -> assertThat(source.description(option)).isNotEmpty()));
    }

    private static DocumentedSource builder(String file) {
        return DocumentedSource.read(Project.root().resolve(file)).types().stream()
                .filter(type -> type.name().equals("Builder")).findFirst().orElseThrow();
    }

    /** The public methods that return their own type. */
    private static List<MethodTree> options(DocumentedSource source) {
        return source.methods().stream()
                .filter(method -> !method.getModifiers().getFlags().contains(Modifier.PRIVATE)
                        && (method.getModifiers().getFlags().contains(Modifier.PUBLIC) || method.getBody() == null
                                || method.getModifiers().getFlags().contains(Modifier.STATIC))
                        && Objects.requireNonNull(method.getReturnType()).toString().equals(source.name()))
                .toList();
    }

    private static String engine() {
        var builder = DocumentedSource.read(ENGINE.resolve("EngineBuilder.java"));
        var keys = new LinkedHashMap<String, Set<String>>();
        setters().forEach((setter, cases) -> names().stream().filter(name -> cases.contains(plain(name)))
                .forEach(name -> keys.computeIfAbsent(setter, key -> new LinkedHashSet<>()).add(name)));
        keys.put("connectArgument", Set.of("connect_args.<name>"));
        keys.put("sqlComments", Set.of("sql_comment.<name>"));
        keys.put("url", Set.of("url"));
        keys.put("credentials", new LinkedHashSet<>(List.of("user", "password")));
        var methods = Stream.of(EngineBuilder.class.getMethods()).map(java.lang.reflect.Method::getName)
                .collect(Collectors.toSet());
        assertThat(methods).containsAll(keys.keySet().stream()
                .filter(key -> !Set.of("timeout", "fetchSize", "pool").contains(key)).toList());
        var rows = options(builder).stream().map(option -> GeneratedPage.row("`" + signature(option) + "`",
                GeneratedPage.code(keys.getOrDefault(option.getName().toString(), Set.of()).stream()),
                builder.description(option)))
                .collect(Collectors.joining());
        return "## Engines\n\n`Engine.builder(url)`, and the names in configuration files that `Engine.of(map, prefix)` reads. In a file,"
                + " a duration is a number of seconds or has the form of ISO 8601, such as `PT0.5S`; `poolclass` is `QueuePool`,"
                + " `NullPool` or `StaticPool`; `timeout` (in seconds) and `fetch_size` are those of connections.\n\n"
                + GeneratedPage.head("option", "in a file", "meaning") + rows;
    }

    private static String methods(String title, String intro, DocumentedSource source) {
        return "\n## " + title + "\n\n" + intro + "\n\n" + GeneratedPage.head("option", "meaning")
                + options(source).stream()
                        .map(option -> GeneratedPage.row("`" + signature(option) + "`", source.description(option)))
                        .collect(Collectors.joining());
    }

    private static String signature(MethodTree method) {
        return method.getName() + method.getParameters().stream().map(parameter -> type(parameter.toString()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A parameter without modifiers, with simple names. */
    private static String type(String parameter) {
        return parameter.replaceAll("@\\w+\\(?\\)? ?|final ", "").replaceAll("\\b[a-z]+\\.(?=[a-zA-Z.]*[A-Z])", "");
    }

    /** What the names in a file set: the builder's method, or that of the connection's options. */
    private static Map<String, List<String>> setters() {
        var setters = new LinkedHashMap<String, List<String>>();
        var code = Project.code(CONFIGURATION);
        CASE.matcher(code.substring(code.indexOf("void set("), code.indexOf("Echo echo(String"))).results()
                .filter(found -> !found.group(2).equals("requireTrue"))
                .forEach(found -> setters.computeIfAbsent(found.group(2), key -> new ArrayList<>())
                        .addAll(List.of(found.group(1).replace("\"", "").split(", "))));
        assertThat(setters).as("options that are found in the source").hasSizeGreaterThan(20);
        return setters;
    }

    /** The names as the error for an unknown name lists them. */
    private static List<String> names() {
        var code = Project.code(CONFIGURATION);
        var text = code.substring(code.indexOf("KNOWN = "), code.indexOf(";", code.indexOf("KNOWN = ")));
        return List.of(text.replaceAll("(?s)KNOWN = \"|\"\\s*\\+\\s*\"|\"$", "").split(", "));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static String spring() {
        var boot = Project.root().resolve("spring-boot-starter/src/main/java/dev/rubedo/spring/boot");
        var properties = DocumentedSource.read(boot.resolve("RubedoProperties.java"));
        var rows = new StringBuilder(properties("rubedo", properties));
        properties.types().stream().filter(type -> type.name().equals("Migrate"))
                .forEach(inner -> rows.append(properties("rubedo.migrate", inner)));
        Project.javaFiles(boot).forEach(file -> Pattern
                .compile("@ConditionalOnProperty\\(name = \"(rubedo[^\"]+)\", matchIfMissing = (\\w+)\\)")
                .matcher(Project.code(file)).results()
                .forEach(found -> rows.append(GeneratedPage.row("`" + found.group(1) + "`", "`" + found.group(2) + "`",
                        DocumentedSource.read(file).description().replaceAll("(?s)\\s+", " ")))));
        var starts = properties.types().stream().filter(type -> type.name().equals("OnStart")).findFirst()
                .orElseThrow();
        return "\n## Spring Boot\n\nThe properties of `rubedo-spring-boot-starter`. The connections are those of `spring.datasource.*`; an `Engine`"
                + " bean of your own replaces the engine and its options.\n\n"
                + GeneratedPage.head("property", "default", "meaning") + rows + "\n"
                + GeneratedPage.head("`rubedo.migrate.on-start`", "meaning")
                + starts.constants().stream()
                        .map(constant -> GeneratedPage.row(
                                "`" + constant.getName().toString().toLowerCase(Locale.ROOT) + "`",
                                starts.description(constant)))
                        .collect(Collectors.joining());
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    /** The components of a record of properties that are no records themselves. */
    private static String properties(String prefix, DocumentedSource type) {
        return type.components().stream()
                .filter(component -> !component.getType().toString().equals("Migrate"))
                .map(component -> {
                    var name = component.getName().toString().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                    var value = Pattern.compile("@DefaultValue\\(\"?([^\")]*)\"?\\)")
                            .matcher(component.getModifiers().toString());
                    return GeneratedPage.row("`" + prefix + "." + name + "`",
                            value.find() ? "`" + value.group(1).toLowerCase(Locale.ROOT) + "`" : "none",
                            sentence(type.parameter(type.tree(), component.getName().toString())));
                }).collect(Collectors.joining());
    }
}
