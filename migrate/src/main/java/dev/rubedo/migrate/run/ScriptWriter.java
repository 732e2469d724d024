package dev.rubedo.migrate.run;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.ScriptStyle;
import dev.rubedo.migrate.error.MigrationException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * A writer of statements as a script for the command-line tool of a database: each ends with a semicolon and an empty
 * line, and with a batch separator if the tool needs it. Confined to one thread at a time.
 */
public final class ScriptWriter {
    private final ScriptStyle style;
    private final Appendable out;

    /**
     * Creates a writer.
     *
     * @param dialect the dialect of the database
     * @param out receives the script; it is not closed
     */
    public ScriptWriter(Dialect dialect, Appendable out) {
        this.style = dialect.scriptStyle();
        this.out = Objects.requireNonNull(out, "out");
    }

    /**
     * Writes a statement.
     *
     * @param sql the statement, with or without a semicolon at its end
     */
    public void statement(String sql) {
        var text = sql.strip();
        boolean isBlock = style.isBlock();
        if (isBlock && text.endsWith(";") && !text.toUpperCase(java.util.Locale.ROOT).endsWith("END;")) {
            text = text.substring(0, text.length() - 1);
        }
        line(isBlock || text.endsWith(";") ? text : text + ";");
        if (!style.separator().isEmpty()) {
            line(style.separator());
        }
    }

    /**
     * Writes statements.
     *
     * @param statements the statements
     */
    public void statements(List<String> statements) {
        statements.forEach(this::statement);
    }

    /**
     * Writes a comment.
     *
     * @param text the text
     */
    public void comment(String text) {
        line("-- " + text.replaceAll("\\R", " "));
    }

    /** Writes the statement that begins a transaction. */
    public void begin() {
        statement(style.begin());
    }

    /** Writes the statement that commits a transaction. */
    public void commit() {
        statement("COMMIT");
    }

    private void line(String text) {
        try {
            out.append(text).append("\n\n");
        } catch (IOException e) {
            throw new MigrationException(dev.rubedo.error.ErrorCode.MIGRATION,
                    "The script cannot be written: " + e.getMessage() + ". Check the output.", e);
        }
    }
}
