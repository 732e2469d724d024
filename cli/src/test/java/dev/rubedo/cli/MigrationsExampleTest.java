package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.command.MigrationEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Executes the README of the example {@code migrations} and pages of the guide step by step, and compares what they show.
 * With {@code -Drubedo.golden=rewrite}, they are written anew. A block names its language and a file: Java and TOML are
 * written to it, or compared if a command has written it, unless the block is {@code edited}; SQL is executed on a database;
 * a query on it is followed by a block with its answer.
 */
class MigrationsExampleTest {
    private static final Pattern BLOCK = Pattern
            .compile("(?m)^```(java|toml|console|sql|query) ?(\\S*)( edited)?\\n((?:.*\\n)*?)```$");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static final String README = "examples/migrations/README.md";

    @TempDir private Path directory;

    private static Path document(String name) {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("examples"))) {
            root = root.getParent();
        }
        return root.resolve(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {README, "docs/guide/migrations-tutorial.md", "docs/guide/migration-branches.md",
            "docs/guide/sqlite-batch.md", "docs/guide/migrations-ci.md", "docs/guide/several-databases.md",
            "docs/guide/coming-from-alembic.md", "docs/guide/coming-from-flyway.md",
            "docs/guide/coming-from-liquibase.md"})
    void theDocumentShowsWhatHappens(String name) throws IOException, SQLException {
        var shown = Files.readString(document(name));
        var actual = new StringBuilder();
        var blocks = BLOCK.matcher(shown);
        while (blocks.find()) {
            var edited = blocks.group(3) == null ? "" : blocks.group(3);
            blocks.appendReplacement(actual, Matcher.quoteReplacement("```"
                    + (blocks.group(1) + " " + blocks.group(2)).strip() + edited + "\n"
                    + executed(blocks.group(1), blocks.group(2), !edited.isEmpty(), blocks.group(4)) + "```"));
        }
        blocks.appendTail(actual);

        if (System.getProperty("rubedo.golden", "").equals("rewrite")) {
            Files.writeString(document(name), actual);
        }
        assertThat(shown).isEqualTo(actual.toString());
    }

    private String executed(String kind, String file, boolean isEdited, String text) throws IOException, SQLException {
        if (kind.equals("console")) {
            var output = new StringBuilder();
            for (var line : text.lines().filter(each -> each.startsWith("$ rubedo ")).toList()) {
                output.append(line).append('\n').append(run(line.substring("$ rubedo ".length())));
            }
            return output.toString();
        }
        if (file.isEmpty()) {
            return text;
        }
        if (file.endsWith(".db")) {
            return kind.equals("query") ? answers(file, text) : changed(file, text);
        }
        var path = directory.resolve(file);
        if (Files.exists(path) && file.startsWith("migrations/") && !isEdited) {
            return Files.readString(path).replaceAll("created = \"[^\"]*\"", "created = \"2026-11-30T09:30\"");
        }
        Files.createDirectories(path.getParent());
        Files.writeString(path, text.replace("sqlite:///", "sqlite:///" + directory + "/"));
        if (kind.equals("java") && !file.startsWith("migrations/")) {
            compile(path);
        }
        return text;
    }

    private String changed(String file, String text) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(file));
                var statement = connection.createStatement()) {
            for (var each : text.split(";\\n")) {
                statement.execute(each);
            }
        }
        return text;
    }

    /** Each line is a query; its rows follow as comments. */
    private String answers(String file, String text) throws SQLException {
        var shown = new StringBuilder();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(file));
                var statement = connection.createStatement()) {
            for (var query : text.lines().filter(line -> !line.startsWith("-- ")).toList()) {
                shown.append(query).append('\n');
                try (var rows = statement.executeQuery(query.replaceFirst(";$", ""))) {
                    while (rows.next()) {
                        var values = new ArrayList<String>();
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            values.add(rows.getString(i));
                        }
                        shown.append("-- ").append(String.join(" | ", values)).append('\n');
                    }
                }
            }
        }
        return shown.toString();
    }

    private void compile(Path source) {
        var classPath = System.getProperty("java.class.path") + java.io.File.pathSeparator
                + System.getProperty("jdk.module.path", "");
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d",
                directory.resolve("classes").toString(), "-cp", classPath, source.toString())).isZero();
    }

    private String run(String command) {
        var arguments = new ArrayList<>(List.of("-c", directory.resolve("rubedo.toml").toString()));
        ARGUMENT.matcher(command.replace("sqlite:///", "sqlite:///" + directory + "/")).results()
                .forEach(match -> arguments.add(match.group(1) == null ? match.group(2) : match.group(1)));
        var out = new StringWriter();
        var printer = new PrintWriter(out, true);
        RubedoMigrations.run(arguments.toArray(String[]::new), MigrationEnvironment.DEFAULT, null, printer, printer);
        return out.toString().replace(directory + "/", "");
    }

    @Test
    void theScriptOfAllRevisionsIsAcceptedStatementByStatement() throws IOException, SQLException {
        var shown = Files.readString(document(README));
        var blocks = BLOCK.matcher(shown);
        while (blocks.find()) {
            executed(blocks.group(1), blocks.group(2), false, blocks.group(4));
        }
        Files.delete(directory.resolve("shop.db"));

        var script = run("upgrade --sql 91d2aa03f1");

        try (var engine = Engine.create("sqlite:///" + directory.resolve("shop.db"))) {
            for (var statement : script.replaceAll("(?m)^--.*\\n", "").split(";\\s*\\n")) {
                if (!statement.isBlank() && !statement.matches("(?s)\\s*(BEGIN|COMMIT).*")) {
                    try (var connection = engine.connect(); var plain = connection.jdbc().createStatement()) {
                        plain.execute(statement.strip());
                        connection.commit();
                    }
                }
            }
            assertThat(engine.inspect().tableNames()).contains("customers", "orders", "rubedo_version");
        }
    }
}
