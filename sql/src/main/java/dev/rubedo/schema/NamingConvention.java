package dev.rubedo.schema;

import dev.rubedo.error.InvalidSchemaException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Patterns for the names of indexes and constraints that have none. A pattern may contain {@code {table}},
 * {@code {column}} (the first), {@code {columns}} (all, joined by underscores), {@code {label}} (table and first
 * column), {@code {target}} (the referenced table), {@code {target_column}} (its first column) and {@code {name}} (the
 * name given to a check constraint, which is then only a part of the result). {@link #withToken} adds further ones. An
 * empty pattern leaves the name to the database. Immutable.
 *
 * @param index the pattern for indexes
 * @param unique the pattern for unique constraints
 * @param check the pattern for check constraints
 * @param foreignKey the pattern for foreign keys
 * @param primaryKey the pattern for primary keys
 * @param tokens functions of the table and the names of the columns, by the token that their result replaces
 */
public record NamingConvention(String index, String unique, String check, String foreignKey, String primaryKey,
        Map<String, BiFunction<Table, List<String>, String>> tokens) {

    private static final Pattern TOKEN = Pattern.compile("\\{([A-Za-z_]\\w*)\\}");
    private static final List<String> STANDARD = List.of("table", "column", "columns", "label", "name", "target",
            "target_column");

    /** Copies the tokens. */
    public NamingConvention {
        tokens = Map.copyOf(tokens);
    }

    /** Creates a convention with the standard tokens. */
    public NamingConvention(String index, String unique, String check, String foreignKey, String primaryKey) {
        this(index, unique, check, foreignKey, primaryKey, Map.of());
    }

    /** A convention that names everything, so that migrations can refer to it: {@code fk_addresses_user_id_users}. */
    public static final NamingConvention DEFAULT = new NamingConvention("ix_{label}", "uq_{table}_{column}",
            "ck_{table}_{name}", "fk_{table}_{column}_{target}", "pk_{table}");

    /** A convention that names only indexes, which must have a name. */
    public static final NamingConvention INDEXES_ONLY = new NamingConvention("ix_{label}", "", "", "", "");

    /**
     * Returns this convention with a token whose text a function determines.
     *
     * @param token the token, without braces
     * @param text returns the text for a table and the names of the columns of an index or constraint; a check
     *     constraint has no columns
     */
    public NamingConvention withToken(String token, BiFunction<Table, List<String>, String> text) {
        var more = new HashMap<>(tokens);
        more.put(Objects.requireNonNull(token, "token"), Objects.requireNonNull(text, "text"));
        return new NamingConvention(index, unique, check, foreignKey, primaryKey, more);
    }

    String index(Table table, List<String> columns) {
        return fill(index, table, columns);
    }

    UniqueConstraint apply(UniqueConstraint constraint, Table table) {
        return constraint.name().isEmpty() ? constraint.named(fill(unique, table, constraint.columnNames()))
                : constraint;
    }

    PrimaryKey apply(PrimaryKey key, Table table) {
        return key.name().isEmpty() ? key.named(fill(primaryKey, table, key.columnNames())) : key;
    }

    CheckConstraint apply(CheckConstraint constraint, Table table) {
        boolean isPart = check.contains("{name}");
        if (constraint.name().isEmpty() == isPart) {
            return constraint;
        }
        return constraint.named(fill(check, table, List.of()).replace("{name}", constraint.name()));
    }

    /**
     * Returns the name of the check that restricts a column to the values of its type.
     *
     * @param table the table
     * @param column the name of the column
     * @param name the value of <code>{name}</code>
     * @return the name; empty for none
     */
    public String typeCheckName(Table table, String column, String name) {
        return fill(check, table, List.of(column)).replace("{name}", name);
    }

    /** Returns the final name of a foreign key, whose target must be known. */
    String name(ForeignKey key) {
        if (!key.name().isEmpty() || foreignKey.isEmpty()) {
            return key.name();
        }
        var name = fill(foreignKey, key.table(), key.columnNames());
        if (name.contains("{target")) {
            name = name.replace("{target}", key.target().name()).replace("{target_column}",
                    key.targets().get(0).name());
        }
        return name;
    }

    private String fill(String given, Table table, List<String> columns) {
        var found = TOKEN.matcher(given);
        while (found.find()) {
            if (!STANDARD.contains(found.group(1)) && !tokens.containsKey(found.group(1))) {
                throw new InvalidSchemaException(
                        "The pattern \"" + given + "\" of the naming convention has the token \""
                                + found.group() + "\", which is not known. Use one of " + STANDARD
                                + ", or define it with withToken(...).");
            }
        }
        var first = columns.isEmpty() ? "" : columns.get(0);
        var pattern = given;
        for (var token : tokens.entrySet()) {
            var mark = '{' + token.getKey() + '}';
            if (pattern.contains(mark)) {
                pattern = pattern.replace(mark, token.getValue().apply(table, columns));
            }
        }
        return pattern.replace("{table}", table.name()).replace("{column}", first)
                .replace("{columns}", String.join("_", columns)).replace("{label}", label(table, first));
    }

    private static String label(Table table, String column) {
        var prefix = table.schema().isEmpty() ? "" : table.schema() + "_";
        return prefix + table.name() + "_" + column;
    }
}
