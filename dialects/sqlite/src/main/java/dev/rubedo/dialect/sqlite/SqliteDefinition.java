package dev.rubedo.dialect.sqlite;

import dev.rubedo.reflect.ReflectedCheckConstraint;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a table definition that are found only in the text of its CREATE TABLE: constraint names, checks,
 * collations, and computed columns. Immutable.
 *
 * @param columns the column definitions, which begin with their names
 * @param constraints the table constraints
 * @param options the keywords after the parentheses
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
    @Nullable
    Computed computed(String name, boolean isStored) {
        var part = column(name).orElse(null);
        for (int i = part == null ? -1 : part.find(1, "AS"); part != null && i >= 0; i = part.find(i + 1, "AS")) {
            if (part.isAt(i + 1, "(")) {
                return new Computed(part.inside(i + 1).sql(),
                        isStored ? Computed.Storage.STORED : Computed.Storage.VIRTUAL);
            }
        }
        return null;
    }

    /** Returns the checks, those of columns first. */
    List<ReflectedCheckConstraint> checks() {
        var checks = new ArrayList<ReflectedCheckConstraint>();
        for (var part : parts()) {
            for (int i = part.find(0, "CHECK"); i >= 0; i = part.find(i + 1, "CHECK")) {
                if (part.isAt(i + 1, "(")) {
                    checks.add(new ReflectedCheckConstraint(part.isAt(i - 2, "CONSTRAINT") ? part.name(i - 1) : "", "",
                            part.inside(i + 1).sql(), details(part, i)));
                }
            }
        }
        return checks;
    }

    /** Returns the name of the primary key; empty for none. */
    String primaryKeyName() {
        return parts().stream().map(part -> nameBefore(part, part.find(0, "PRIMARY"))).filter(name -> !name.isEmpty())
                .findFirst().orElse("");
    }

    /**
     * Returns the name of the unique constraint on some columns, whether it is a column or a table constraint; empty
     * for none.
     */
    String uniqueName(List<String> names) {
        return constraintName(names, "UNIQUE");
    }

    /**
     * Returns the name of the foreign key of some columns, whether it is a column or a table constraint; empty for
     * none.
     */
    String foreignKeyName(List<String> names) {
        String ofTable = constraintName(names, "FOREIGN");
        return ofTable.isEmpty() ? constraintName(names, "REFERENCES") : ofTable;
    }

    private String constraintName(List<String> names, String word) {
        for (var part : columns) {
            if (names.equals(List.of(part.name(0))) && !nameBefore(part, part.find(1, word)).isEmpty()) {
                return nameBefore(part, part.find(1, word));
            }
        }
        for (var part : constraints) {
            int place = part.find(0, word);
            int open = place < 0 ? -1 : part.find(place, "(");
            if (open > 0 && part.inside(open).parts().stream().map(each -> each.name(0)).toList().equals(names)) {
                return nameBefore(part, place);
            }
        }
        return "";
    }

    /** Returns the details of the primary key. */
    ConstraintDetails primaryKeyDetails() {
        return parts().stream().filter(part -> part.find(0, "PRIMARY") >= 0)
                .map(part -> details(part, part.find(0, "PRIMARY"))).findFirst().orElse(ConstraintDetails.NONE);
    }

    /** Returns the details of the unique constraint on some columns. */
    ConstraintDetails uniqueDetails(List<String> names) {
        for (var part : columns) {
            if (names.equals(List.of(part.name(0))) && part.find(1, "UNIQUE") >= 0) {
                return details(part, part.find(1, "UNIQUE"));
            }
        }
        for (var part : constraints) {
            int place = part.find(0, "UNIQUE");
            if (place >= 0 && part.isAt(place + 1, "(")
                    && part.inside(place + 1).parts().stream().map(each -> each.name(0)).toList().equals(names)) {
                return details(part, place);
            }
        }
        return ConstraintDetails.NONE;
    }

    /** Returns the conflict action of a constraint whose keyword is at the given index. */
    private static ConstraintDetails details(SqliteTokens part, int keyword) {
        int end = keyword + 1;
        while (part.isAt(end, "KEY") || part.isAt(end, "ASC") || part.isAt(end, "DESC") || part.isAt(end, "(")) {
            end = part.isAt(end, "(") ? part.find(end, ")") + 1 : end + 1;
        }
        return part.isAt(end, "ON", "CONFLICT") ? new ConstraintDetails("",
                Map.of("sqlite.on_conflict", part.name(end + 2).toLowerCase(Locale.ROOT)), List.of())
                : ConstraintDetails.NONE;
    }

    /**
     * Returns the name specified by CONSTRAINT immediately before an index; empty if there is none or the index is
     * negative.
     */
    private static String nameBefore(SqliteTokens part, int place) {
        return place >= 2 && part.isAt(place - 2, "CONSTRAINT") ? part.name(place - 1) : "";
    }

    private List<SqliteTokens> parts() {
        return Stream.concat(columns.stream(), constraints.stream()).toList();
    }

    /** Returns when the foreign key of some columns is checked. */
    Deferrability deferrability(List<String> names) {
        for (var part : parts()) {
            int key = part.find(0, "FOREIGN");
            var own = key == 0 || part.isAt(key - 2, "CONSTRAINT")
                    ? part.inside(key + 2).parts().stream().map(column -> column.name(0)).toList()
                    : List.of(part.name(0));
            int place = part.find(0, "DEFERRABLE");
            if (part.find(0, "REFERENCES") > 0 && own.equals(names) && place > 0 && !part.isAt(place - 1, "NOT")) {
                return part.isAt(place + 1, "INITIALLY", "DEFERRED") ? Deferrability.INITIALLY_DEFERRED
                        : Deferrability.DEFERRABLE;
            }
        }
        return Deferrability.DEFAULT;
    }

    /** Returns the options of the table, by their names in the dialect. */
    Map<String, String> tableOptions() {
        var values = new TreeMap<String, String>();
        if (columns.stream().anyMatch(part -> part.find(1, "AUTOINCREMENT") > 0)) {
            values.put("sqlite.autoincrement", "true");
        }
        if (options.find(0, "WITHOUT") >= 0) {
            values.put("sqlite.with_rowid", "false");
        }
        if (options.find(0, "STRICT") >= 0) {
            values.put("sqlite.strict", "true");
        }
        return values;
    }

    /** Returns the properties that metadata cannot represent. */
    List<String> unmodelled() {
        return columns.stream().filter(SqliteDefinition::hasConflictOfNull)
                .map(part -> "ON CONFLICT of NOT NULL in \"" + part.sql() + "\"").toList();
    }

    private static boolean hasConflictOfNull(SqliteTokens part) {
        for (int i = part.find(0, "CONFLICT"); i >= 0; i = part.find(i + 1, "CONFLICT")) {
            if (part.isAt(i - 2, "NULL", "ON", "CONFLICT")) {
                return true;
            }
        }
        return false;
    }
}
