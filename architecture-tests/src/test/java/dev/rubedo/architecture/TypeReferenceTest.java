package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.duckdb.DuckDbDialect;
import dev.rubedo.dialect.h2.H2Dialect;
import dev.rubedo.dialect.mysql.MariadbDialect;
import dev.rubedo.dialect.mysql.MysqlDialect;
import dev.rubedo.dialect.mysql.type.MysqlTypes;
import dev.rubedo.dialect.oracle.OracleDialect;
import dev.rubedo.dialect.oracle.type.OracleTypes;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.dialect.sqlite.SqliteDialect;
import dev.rubedo.dialect.sqlserver.SqlServerDialect;
import dev.rubedo.dialect.sqlserver.type.SqlServerTypes;
import dev.rubedo.error.CompileException;
import dev.rubedo.orm.metamodel.AttributeTypes;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference of types tells what each type is called in each database, as the dialects write it. */
class TypeReferenceTest {

    private static final List<Dialect> DIALECTS = List.of(new SqliteDialect(), new H2Dialect(), new PostgresDialect(),
            new MysqlDialect(), new MariadbDialect(), new DuckDbDialect(), new SqlServerDialect(),
            new OracleDialect());

    /** An example of what each method of {@code Types} returns. */
    private static final Map<String, SqlType<?>> SAMPLES = samples();

    private static final Pattern KNOWN = Pattern
            .compile(
                    "Map\\.entry\\(\"java\\.([\\w.]+)\", new Known\\(\"(\\w+)(?:\\(\" \\+ SECOND_DIGITS \\+ \"\\))?\"");

    private enum Mood {
        CALM
    }

    @Test
    void thePageListsEveryType() throws ReflectiveOperationException {
        new GeneratedPage("docs/reference/types.md", getClass())
                .hasEnd(attributes() + portable() + own(PostgresTypes.class, "postgresql", new PostgresDialect())
                        + own(MysqlTypes.class, "mysql", new MysqlDialect())
                        + own(SqlServerTypes.class, "sqlserver", new SqlServerDialect())
                        + own(OracleTypes.class, "oracle", new OracleDialect()));
    }

    @Test
    void everyMethodOfTypesHasASample() {
        var methods = Stream.of(Types.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && SqlType.class.isAssignableFrom(method.getReturnType()))
                .map(java.lang.reflect.Method::getName).distinct().toList();

        assertThat(SAMPLES.keySet().stream().map(sample -> sample.replaceFirst("\\(.*", "")).distinct())
                .containsExactlyInAnyOrderElementsOf(methods);
    }

    private static Map<String, SqlType<?>> samples() {
        var samples = new LinkedHashMap<String, SqlType<?>>();
        samples.put("string(50)", Types.string(50));
        samples.put("character(10)", Types.character(10));
        samples.put("nvarchar(50)", Types.nvarchar(50));
        samples.put("nchar(10)", Types.nchar(10));
        samples.put("numeric(10, 2)", Types.numeric(10, 2));
        samples.put("decimal(10, 2)", Types.decimal(10, 2));
        samples.put("floating(24)", Types.floating(24));
        samples.put("checkedBoolean()", Types.checkedBoolean());
        samples.put("time(3)", Types.time(3));
        samples.put("timeTz(3)", Types.timeTz(3));
        samples.put("timestamp(3)", Types.timestamp(3));
        samples.put("timestampTz(3)", Types.timestampTz(3));
        samples.put("instant(3)", Types.instant(3));
        samples.put("interval(2, 3)", Types.interval(2, 3));
        samples.put("binary(16)", Types.binary(16));
        samples.put("varbinary(16)", Types.varbinary(16));
        samples.put("enumType(Mood.class)", Types.enumType(Mood.class));
        samples.put("enumType(Mood.class).asText()", Types.enumType(Mood.class).asText());
        samples.put("labels(\"state\", \"open\", \"closed\")", Types.labels("state", "open", "closed"));
        samples.put("json(Settings.class)", Types.json(Object.class));
        samples.put("array(INTEGER)", Types.array(Types.INTEGER));
        samples.put("exact(\"NUMBER(10)\", BIGINT)", Types.exact("NUMBER(10)", Types.BIGINT));
        return samples;
    }

    /** The types of attributes without annotations, as the processor chooses them. */
    private static String attributes() throws ReflectiveOperationException {
        var rows = new TreeMap<String, String>();
        var code = Project.code(Project.root()
                .resolve("processor/src/main/java/dev/rubedo/processor/ColumnTypes.java"));
        for (var known : KNOWN.matcher(code).results().toList()) {
            var name = known.group(2);
            boolean isMethod = known.group().contains("SECOND_DIGITS");
            SqlType<?> type = isMethod
                    ? (SqlType<?>) Types.class.getMethod(name, int.class).invoke(null, 6)
                    : (SqlType<?>) Objects.requireNonNull(Types.class.getField(name).get(null));
            var java = known.group(1).replaceFirst(".*\\.", "");
            var shown = name.equals("STRING") ? "string(255)" : isMethod ? name + "(6)" : name;
            rows.put(java, row("`" + java + "`", "`" + shown + "`", name.equals("STRING") ? Types.string(255) : type));
        }
        assertThat(rows).as("types that are found in the processor").hasSizeGreaterThan(14);
        rows.put("byte[]", row("`byte[]`", "`BINARY`", Types.BINARY));
        rows.put("enum", row("an enum", "`enumType(X.class).asString()`",
                Types.enumType(Mood.class).asString().withLength(255)));
        rows.put("json", row("any, with `@Json`", "`json(X.class)`", AttributeTypes.json(Object.class)));
        rows.put("list", row("`List<E>`, with `@ArrayOf`", "`array(...)`", Types.array(Types.INTEGER)));
        return "## Attributes of entities\n\nThe type of an attribute without annotations; primitive types have those of their wrapper classes. `@Column` sets lengths"
                + " and digits, `@Enumerated` sets how an enum is stored, and `@Type` names any other type.\n\n"
                + head("attribute", "type") + String.join("", rows.values());
    }

    private static String portable() throws ReflectiveOperationException {
        var rows = new ArrayList<String>();
        for (Field field : Types.class.getFields()) {
            if (SqlType.class.isAssignableFrom(field.getType()) && !field.getName().equals("UNKNOWN")) {
                var type = (SqlType<?>) Objects.requireNonNull(field.get(null));
                rows.add(row("`" + field.getName() + "`", "`" + java(type) + "`", type));
            }
        }
        SAMPLES.forEach((sample, type) -> rows.add(row("`" + sample + "`", "`" + java(type) + "`", type)));
        return "\n## Types of columns\n\nThe constants and methods of `Types`, which `Sql.*` includes.\n\n"
                + head("type", "Java") + String.join("", rows);
    }

    private static String java(SqlType<?> type) {
        return type.javaType() == Mood.class ? "Mood"
                : type.javaType() == List.class ? "List<Integer>" : type.javaType().getSimpleName();
    }

    private static String own(Class<?> types, String module, Dialect dialect) throws ReflectiveOperationException {
        Path file = Project.root().resolve("dialects/" + module.replace("mariadb", "mysql")
                + "/src/main/java/" + types.getName().replace('.', '/') + ".java");
        var source = DocumentedSource.read(file);
        var rows = new StringBuilder();
        for (var constant : source.fields()) {
            var name = constant.getName().toString();
            var field = types.getField(name);
            if (SqlType.class.isAssignableFrom(field.getType())) {
                var java = field.getGenericType().getTypeName().replaceAll("[a-z]\\w*\\.", "").replaceFirst(
                        "^\\w+<(.*)>$", "$1");
                rows.append(GeneratedPage.row("`" + name + "`", "`" + java + "`",
                        "`" + dialect.typeName((SqlType<?>) Objects.requireNonNull(field.get(null))) + "`",
                        source.description(constant)));
            }
        }
        for (MethodTree method : source.methods()) {
            if (method.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.PUBLIC)) {
                rows.append(GeneratedPage.row("`" + method.getName() + "("
                        + method.getParameters().stream().map(parameter -> parameter.getName().toString())
                                .collect(Collectors.joining(", "))
                        + ")`", "", "", source.description(method)));
            }
        }
        return "\n## " + types.getSimpleName() + "\n\n" + GeneratedPage.head("type", "Java", "SQL", "meaning") + rows;
    }

    private static String head(String... first) {
        return GeneratedPage.head(Stream.concat(Stream.of(first), DIALECTS.stream().map(Dialect::name))
                .toArray(String[]::new));
    }

    private static String row(String name, String java, SqlType<?> type) {
        return GeneratedPage
                .row(Stream.concat(Stream.of(name, java), DIALECTS.stream().map(dialect -> name(dialect, type)))
                        .toList());
    }

    private static String name(Dialect dialect, SqlType<?> type) {
        try {
            return "`" + dialect.typeName(type) + "`";
        } catch (CompileException missing) {
            return "";
        }
    }
}
