package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.duckdb.DuckDbDialect;
import dev.rubedo.dialect.h2.H2Dialect;
import dev.rubedo.dialect.mysql.MariadbDialect;
import dev.rubedo.dialect.mysql.MysqlDialect;
import dev.rubedo.dialect.oracle.OracleDialect;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.dialect.sqlite.SqliteDialect;
import dev.rubedo.dialect.sqlserver.SqlServerDialect;
import dev.rubedo.feature.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/support.md} is made from the dialects; {@code -Drubedo.golden=rewrite} writes it anew. */
class SupportMatrixTest {

    private static final List<Dialect> DIALECTS = List.of(new SqliteDialect(), new PostgresDialect(),
            new MysqlDialect(),
            new MariadbDialect(), new H2Dialect(), new DuckDbDialect(), new SqlServerDialect(), new OracleDialect());

    private static final String MARK = "<!-- made from the dialects by SupportMatrixTest -->\n";

    private final Path page = Project.root().resolve("docs/support.md");

    @Test
    void theSupportTableTellsWhatTheDialectsTell() throws IOException {
        var written = Project.read(page);
        var prose = written.substring(0, written.indexOf(MARK) + MARK.length());
        var made = prose + table();
        if (System.getProperty("rubedo.golden", "").equals("rewrite")) {
            Files.writeString(page, made);
        }

        assertThat(Project.read(page)).isEqualTo(made);
    }

    private static String table() {
        var source = Project.read(Project.root().resolve("sql/src/main/java/dev/rubedo/feature/Feature.java"));
        var head = "\n| feature | | " + DIALECTS.stream().map(Dialect::name).collect(Collectors.joining(" | ")) + " |\n"
                + "|---|---|" + "---|".repeat(DIALECTS.size()) + "\n";
        return Arrays.stream(Feature.values()).map(feature -> row(feature, source))
                .collect(Collectors.joining("\n", head, "\n"));
    }

    private static String row(Feature feature, String source) {
        var marks = DIALECTS.stream().map(dialect -> dialect.supports(feature) ? "yes" : "")
                .collect(Collectors.joining(" | "));
        return "| `" + feature + "` | " + meaning(feature, source) + " | " + marks + " |";
    }

    /** The Javadoc before the constant, as Markdown. */
    private static String meaning(Feature feature, String source) {
        var javadoc = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*" + feature + "\\b", Pattern.DOTALL)
                .matcher(source);
        assertThat(javadoc.find()).as("Javadoc of " + feature).isTrue();
        return javadoc.group(1).replaceAll("\\s*\\n\\s*\\*\\s?", " ").replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replace("|", "\\|").replaceFirst("^\\s*Has ", "").strip();
    }
}
