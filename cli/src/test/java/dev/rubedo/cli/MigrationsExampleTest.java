package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.command.MigrationEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executes the README of the example {@code migrations} step by step, and compares what it shows. With
 * {@code -Drubedo.golden=rewrite}, the README is written anew.
 */
class MigrationsExampleTest {
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(java|toml|console) ?(\\S*)\\n((?:.*\\n)*?)```$");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir private Path directory;

    private static Path readme() {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("examples"))) {
            root = root.getParent();
        }
        return root.resolve("examples/migrations/README.md");
    }

    @Test
    void theReadmeShowsWhatHappens() throws IOException {
        var shown = Files.readString(readme());
        var actual = new StringBuilder();
        var blocks = BLOCK.matcher(shown);
        while (blocks.find()) {
            blocks.appendReplacement(actual, Matcher.quoteReplacement(
                    "```" + (blocks.group(1) + " " + blocks.group(2)).strip() + "\n"
                            + executed(blocks.group(1), blocks.group(2), blocks.group(3)) + "```"));
        }
        blocks.appendTail(actual);

        if (System.getProperty("rubedo.golden", "").equals("rewrite")) {
            Files.writeString(readme(), actual);
        }
        assertThat(shown).isEqualTo(actual.toString());
    }

    private String executed(String kind, String file, String text) throws IOException {
        if (kind.equals("console")) {
            var output = new StringBuilder();
            for (var line : text.lines().filter(each -> each.startsWith("$ rubedo ")).toList()) {
                output.append(line).append('\n').append(run(line.substring("$ rubedo ".length())));
            }
            return output.toString();
        }
        var path = directory.resolve(file);
        if (file.startsWith("migrations/")) {
            return Files.readString(path).replaceAll("created = \"[^\"]*\"", "created = \"2026-11-30T09:30\"");
        }
        Files.createDirectories(path.getParent());
        Files.writeString(path, text.replace("sqlite:///", "sqlite:///" + directory + "/"));
        if (kind.equals("java")) {
            compile(path);
        }
        return text;
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
        var shown = Files.readString(readme());
        var blocks = BLOCK.matcher(shown);
        while (blocks.find()) {
            executed(blocks.group(1), blocks.group(2), blocks.group(3));
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
