package dev.rubedo.engine;

import dev.rubedo.compile.StatementTables;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableReference;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a statement does and to which tables, taken from its tree. For logs, metrics and traces, whose names must not
 * depend on values. Immutable.
 *
 * @param kind what the statement does
 * @param tables the tables that it names, with the schema of their metadata if they have one: first those whose rows it
 *     changes, then the others in the order of the statement; empty for hand-written SQL
 * @param isComplete false if a part of the statement is text, which may name other tables
 */
public record StatementSubject(StatementKind kind, List<String> tables, boolean isComplete) {

    static final StatementSubject DDL = new StatementSubject(StatementKind.DDL, List.of(), false);
    static final StatementSubject TEXT = new StatementSubject(StatementKind.TEXT, List.of(), false);

    private static final int MOST_TABLES = 10;

    /** Copies the list. */
    public StatementSubject {
        tables = List.copyOf(tables);
    }

    static StatementSubject of(Statement<?> statement, StatementTables tables) {
        return new StatementSubject(StatementKind.of(statement),
                Stream.concat(tables.changed().stream(), tables.read().stream()).map(StatementSubject::name).distinct()
                        .toList(),
                tables.isComplete());
    }

    private static String name(TableReference table) {
        return table.schema().isEmpty() ? table.name() : table.schema() + "." + table.name();
    }

    /**
     * Returns the kind and the tables, such as {@code SELECT orders customers}. It contains no values and has few
     * variants, so it can serve as the name of a span. Only the first ten tables are included.
     */
    public String summary() {
        if (tables.isEmpty()) {
            return kind.name();
        }
        var text = new StringBuilder(kind.name());
        tables.stream().limit(MOST_TABLES).forEach(table -> text.append(' ').append(table));
        return text.toString();
    }
}
