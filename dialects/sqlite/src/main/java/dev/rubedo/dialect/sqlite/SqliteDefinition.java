package dev.rubedo.dialect.sqlite;

import dev.rubedo.schema.Computed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a table definition that only the text of its CREATE TABLE contains: constraint names, checks,
 * collations, and computed columns. Immutable.
 *
 * @param columns the column definitions, which begin with their names
 * @param constraints the table constraints
 * @param options the words after the parentheses
 */
record SqliteDefinition(List<SqliteTokens> columns, List<SqliteTokens> constraints, SqliteTokens options) {

    private static final List<String> CONSTRAINT_WORDS = List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    static SqliteDefinition of(String sql) {
        var tokens = SqliteTokens.of(sql);
        int open = tokens.find(0, "(");
        var columns = new ArrayList<SqliteTokens>();
        var constraints = new ArrayList<SqliteTokens>();
        if (open < 0) {
            return new SqliteDefinition(columns, constraints, SqliteTokens.of(""));
        }
        for (var part : tokens.inside(open).parts()) {
            (CONSTRAINT_WORDS.stream().anyMatch(word -> part.isAt(0, word)) ? constraints : columns).add(part);
        }
        return new SqliteDefinition(columns, constraints,
                tokens.between(tokens.find(open, ")") + 1, tokens.tokens().size()));
    }

    private Optional<SqliteTokens> column(String name) {
        return columns.stream().filter(part -> part.name(0).equalsIgnoreCase(name)).findFirst();
    }

    /** Returns the collation of a column; empty for none. */
    String collation(String name) {
        return column(name).map(part -> {
            int place = part.find(1, "COLLATE");
            return place < 0 ? "" : part.name(place + 1);
        }).orElse("");
    }

    /** Returns the computation of a column, or null if it is not computed. */
    @Nullable Computed computed(String name, boolean isStored) {
        var part = column(name).orElse(null);
        for (int i = part == null ? -1 : part.find(1, "AS"); part != null && i >= 0; i = part.find(i + 1, "AS")) {
            if (part.isAt(i + 1, "(")) {
                return new Computed(part.inside(i + 1).sql(),
                        isStored ? Computed.Storage.STORED : Computed.Storage.VIRTUAL);
            }
        }
        return null;
    }

    /** Returns the names and contents of the checks, those of columns first. */
    List<Named> checks() {
        var checks = new ArrayList<Named>();
        for (var list : List.of(columns, constraints)) {
            for (var part : list) {
                for (int i = part.find(0, "CHECK"); i >= 0; i = part.find(i + 1, "CHECK")) {
                    if (part.isAt(i + 1, "(")) {
                        checks.add(new Named(part.isAt(i - 2, "CONSTRAINT") ? part.name(i - 1) : "",
                                part.inside(i + 1)));
                    }
                }
            }
        }
        return checks;
    }

    /** Returns whether a column is declared AUTOINCREMENT, which never reuses numbers. */
    boolean isAutoincrement() {
        return columns.stream().anyMatch(part -> part.find(1, "AUTOINCREMENT") > 0);
    }

    /**
     * A constraint with its content. Immutable.
     *
     * @param name the name; empty for none
     * @param content the content of its parentheses
     */
    record Named(String name, SqliteTokens content) {}
}
