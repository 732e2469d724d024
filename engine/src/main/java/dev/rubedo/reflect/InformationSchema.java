package dev.rubedo.reflect;

import dev.rubedo.schema.Computed;
import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ForeignKeyMatch;
import dev.rubedo.schema.Identity;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The assembly of tables from catalog rows, for databases that have an INFORMATION_SCHEMA or can produce equivalent
 * rows. The rows have the columns of that standard that are used here. Immutable.
 *
 * @param shown converts a name of the database to the form that users know
 * @param types the types of the database
 * @param type returns the type for a row of columns, without its collation
 * @param index returns the index for its rows
 * @param options returns the options of a table for its row, by {@code dialect.name}
 */
public record InformationSchema(UnaryOperator<String> shown, TypeCatalog types,
        Function<CatalogRow, SqlType<?>> type, Function<List<CatalogRow>, ReflectedIndex> index,
        Function<CatalogRow, Map<String, String>> options) {

    /**
     * Returns the tables with the given names, in the order of their names.
     *
     * @param schema the requested schema
     * @param names the requested names
     * @param tables {@code table_name, remarks} and the columns that {@code options} reads; also {@code parents}, one
     *     name per line, and {@code unmodelled}, if the database has them
     * @param columns {@code table_name, column_name, data_type, is_nullable, column_default, is_identity,
     *     identity_generation, identity_start, identity_increment, and where the database has them
     *     {@code identity_minimum, identity_maximum, identity_cycle, identity_cache, identity_on_null} (NULL for its defaults), generation_expression, generation_storage,
     *     on_update, collation_name, unmodelled, remarks}, in order
     * @param constraints {@code table_name, constraint_name, constraint_type, column_name, referred_schema,
     *     referred_table, referred_column, update_rule, delete_rule}, one row for each column, in order; further
     *     {@code check_clause} of a check, {@code is_deferrable, initially_deferred} where the database has that, and
     *     {@code match_option, constraint_remarks, constraint_options} (lines of {@code dialect.name=value}),
     *     {@code definition} of an exclusion constraint, and {@code unmodelled}, where the database has that
     * @param indexes {@code table_name, index_name} and the columns that {@code index} reads, one row for each term, in
     *     order
     */
    public List<ReflectedTable> tables(String schema, Collection<String> names, List<CatalogRow> tables,
            List<CatalogRow> columns,
            List<CatalogRow> constraints, List<CatalogRow> indexes) {
        var columnsOf = group(columns, "table_name");
        var constraintsOf = group(constraints, "table_name");
        var indexesOf = group(indexes, "table_name");
        var rows = new HashMap<String, CatalogRow>();
        tables.forEach(row -> rows.put(shown.apply(row.textOrEmpty("table_name")), row));
        return names.stream().sorted().filter(name -> columnsOf.containsKey(name) && rows.containsKey(name))
                .map(name -> table(schema, name, Objects.requireNonNull(rows.get(name)),
                        columnsOf.getOrDefault(name, List.of()),
                        constraintsOf.getOrDefault(name, List.of()), indexesOf.getOrDefault(name, List.of())))
                .toList();
    }

    private Map<String, List<CatalogRow>> group(List<CatalogRow> rows, String by) {
        var groups = new LinkedHashMap<String, List<CatalogRow>>();
        rows.forEach(
                row -> groups.computeIfAbsent(shown.apply(row.textOrEmpty(by)), key -> new ArrayList<>()).add(row));
        return groups;
    }

    private ReflectedTable table(String schema, String name, CatalogRow properties, List<CatalogRow> columns,
            List<CatalogRow> constraints,
            List<CatalogRow> indexes) {
        var primaryKey = ReflectedPrimaryKey.of("", List.of());
        var exclusions = new ArrayList<ReflectedExclusionConstraint>();
        var foreignKeys = new ArrayList<ReflectedForeignKey>();
        var uniques = new ArrayList<ReflectedUniqueConstraint>();
        // a set, because a check has a row for each of its columns; separate, because it may have the name of another
        // constraint
        var checks = new LinkedHashSet<ReflectedCheckConstraint>();
        var others = new ArrayList<CatalogRow>();
        var unmodelled = new LinkedHashSet<String>(lines(properties, "unmodelled"));
        for (var row : constraints) {
            if (row.textOrEmpty("constraint_type").equals("CHECK")) {
                String column = row.has("check_column") ? row.textOrEmpty("check_column") : "";
                checks.add(new ReflectedCheckConstraint(shown.apply(row.textOrEmpty("constraint_name")), column,
                        row.textOrEmpty("check_clause"), details(row)));
            } else {
                others.add(row);
            }
            if (row.has("unmodelled") && row.text("unmodelled") != null) {
                unmodelled.add(row.textOrEmpty("unmodelled"));
            }
        }
        for (var constraint : group(others, "constraint_name").entrySet()) {
            var rows = constraint.getValue();
            var names = names(rows, "column_name");
            switch (rows.get(0).textOrEmpty("constraint_type")) {
                case "PRIMARY KEY" -> primaryKey = new ReflectedPrimaryKey(constraint.getKey(), names,
                        deferrability(rows.get(0)), details(rows.get(0)));
                case "UNIQUE" -> uniques
                        .add(new ReflectedUniqueConstraint(constraint.getKey(), names, deferrability(rows.get(0)),
                                details(rows.get(0))));
                case "EXCLUDE" -> exclusions.add(new ReflectedExclusionConstraint(constraint.getKey(),
                        rows.get(0).textOrEmpty("definition"), deferrability(rows.get(0)), details(rows.get(0))));
                case "FOREIGN KEY" -> foreignKeys.add(foreignKey(constraint.getKey(), names, rows));
                default -> unmodelled.add("constraint \"" + constraint.getKey() + "\", "
                        + rows.get(0).textOrEmpty("constraint_type"));
            }
        }
        foreignKeys.sort(Comparator.comparing(ReflectedForeignKey::name));
        uniques.sort(Comparator.comparing(ReflectedUniqueConstraint::name));
        return new ReflectedTable(schema, name, properties.textOrEmpty("remarks"),
                columns.stream().map(this::column).toList(), primaryKey,
                foreignKeys, uniques,
                checks.stream().sorted(Comparator.comparing(ReflectedCheckConstraint::name)).toList(),
                exclusions, indexes(indexes), options.apply(properties), lines(properties, "parents"),
                List.copyOf(unmodelled));
    }

    private static List<String> lines(CatalogRow row, String column) {
        return !row.has(column) ? List.of() : row.textOrEmpty(column).lines().toList();
    }

    private static ForeignKeyMatch match(CatalogRow row) {
        return row.has("match_option") && row.textOrEmpty("match_option").equals("FULL") ? ForeignKeyMatch.FULL
                : ForeignKeyMatch.DEFAULT;
    }

    private static ConstraintDetails details(CatalogRow row) {
        var options = new TreeMap<String, String>();
        lines(row, "constraint_options").forEach(
                line -> options.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return new ConstraintDetails(row.has("constraint_remarks") ? row.textOrEmpty("constraint_remarks") : "",
                options,
                List.of());
    }

    private static Deferrability deferrability(CatalogRow row) {
        boolean isDeferrable = row.has("is_deferrable") && row.truth("is_deferrable");
        return !isDeferrable ? Deferrability.DEFAULT
                : row.truth("initially_deferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.DEFERRABLE;
    }

    private ReflectedColumn column(CatalogRow row) {
        var plain = type.apply(row);
        String collation = row.textOrEmpty("collation_name");
        var collated = collation.isEmpty() ? Optional.<SqlType<?>>of(plain) : types.collated(plain, collation);
        String unmodelled = row.textOrEmpty("unmodelled");
        return new ReflectedColumn(shown.apply(row.textOrEmpty("column_name")), row.textOrEmpty("data_type"),
                collated.orElse(plain), row.truth("is_nullable"), row.textOrEmpty("column_default"),
                row.truth("is_identity"), identity(row), computed(row), row.textOrEmpty("on_update"), collation,
                row.textOrEmpty("remarks"),
                collated.isPresent() || !unmodelled.isEmpty() ? unmodelled : "collation " + collation);
    }

    private static @Nullable Identity identity(CatalogRow row) {
        String kind = row.textOrEmpty("identity_generation");
        return kind.isEmpty() ? null
                : new Identity(kind.equals("ALWAYS"), row.number("identity_start"), row.number("identity_increment"),
                        number(row, "identity_minimum"), number(row, "identity_maximum"),
                        row.has("identity_cycle") && row.truth("identity_cycle"), number(row, "identity_cache"),
                        row.has("identity_on_null") && row.truth("identity_on_null"));
    }

    private static @Nullable Long number(CatalogRow row, String column) {
        return row.has(column) && row.text(column) != null ? (Long) row.number(column) : null;
    }

    private static @Nullable Computed computed(CatalogRow row) {
        String sql = row.textOrEmpty("generation_expression");
        return sql.isEmpty() ? null : new Computed(sql, switch (row.textOrEmpty("generation_storage")) {
            case "STORED" -> Computed.Storage.STORED;
            case "VIRTUAL" -> Computed.Storage.VIRTUAL;
            default -> Computed.Storage.DEFAULT;
        });
    }

    private ReflectedForeignKey foreignKey(String name, List<String> columns, List<CatalogRow> rows) {
        var first = rows.get(0);
        return new ReflectedForeignKey(name, columns, shown.apply(first.textOrEmpty("referred_schema")),
                shown.apply(first.textOrEmpty("referred_table")), names(rows, "referred_column"),
                action(first.textOrEmpty("update_rule")),
                action(first.textOrEmpty("delete_rule")), match(first), deferrability(first), details(first));
    }

    private static String action(String rule) {
        return rule.equals("NO ACTION") ? "" : rule;
    }

    private List<ReflectedIndex> indexes(List<CatalogRow> rows) {
        return group(rows, "index_name").values().stream().map(index)
                .sorted(Comparator.comparing(ReflectedIndex::name)).toList();
    }

    private List<String> names(List<CatalogRow> rows, String column) {
        return rows.stream().map(row -> shown.apply(row.textOrEmpty(column))).toList();
    }
}
