package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.sql.Expression;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The input of comparators, and the differences that they found. Confined to one thread at a time. */
public final class ComparisonContext {
    private final SchemaSnapshot from;
    private final SchemaSnapshot to;
    private final Dialect dialect;
    private final ComparisonOptions options;
    private final TypeComparison types;
    private final SqlNormalizer texts;
    private final List<MigrationOperation> operations = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    ComparisonContext(SchemaSnapshot from, SchemaSnapshot to, Dialect dialect, ComparisonOptions options,
            TypeComparison types, SqlNormalizer texts) {
        this.from = from;
        this.to = to;
        this.dialect = dialect;
        this.options = options;
        this.types = types;
        this.texts = texts;
    }

    /** Returns the first schema, which is that of the database after renames. */
    public SchemaSnapshot from() {
        return from;
    }

    /** Returns the second schema, which is that of the model. */
    public SchemaSnapshot to() {
        return to;
    }

    /** Returns the dialect of the database. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns the options of the comparison. */
    public ComparisonOptions options() {
        return options;
    }

    /** Returns the tables that both schemas have, in the order of the model. */
    public List<TablePair> tables() {
        var pairs = new ArrayList<TablePair>();
        for (var table : to.tables().values()) {
            from.find(table.name()).ifPresent(found -> pairs.add(new TablePair(found, table)));
        }
        return pairs;
    }

    /** Returns the tables that only the second schema has, in its order. */
    public List<TableSnapshot> addedTables() {
        return to.tables().values().stream().filter(table -> from.find(table.name()).isEmpty()).toList();
    }

    /** Returns the tables that only the first schema has, in its order. */
    public List<TableSnapshot> removedTables() {
        return from.tables().values().stream().filter(table -> to.find(table.name()).isEmpty()).toList();
    }

    /**
     * Returns whether two types are the same in the database.
     *
     * @param table the name of the table, in whose schema named types are looked up
     * @param one a type
     * @param other another type
     */
    public boolean isSameType(TableName table, SqlType<?> one, SqlType<?> other) {
        return types.isSame(table, one, other);
    }

    /**
     * Returns whether two expressions in DDL are equivalent for the database, regardless of how they are written.
     *
     * @param one an expression, or null for none
     * @param other another expression, or null for none
     */
    public boolean isSameSql(@Nullable Expression<?> one, @Nullable Expression<?> other) {
        return one == null || other == null ? one == other : texts.canonical(one).equals(texts.canonical(other));
    }

    TypeComparison types() {
        return types;
    }

    SqlNormalizer texts() {
        return texts;
    }

    /**
     * Reports an operation that removes a difference.
     *
     * @param operation the operation
     */
    public void add(MigrationOperation operation) {
        operations.add(Objects.requireNonNull(operation, "operation"));
    }

    /**
     * Reports a difference that no operation can remove, or a warning about an operation.
     *
     * @param text one or more sentences, which name the object in quotes
     */
    public void warn(String text) {
        warnings.add(text);
    }

    /** Returns the reported operations, in the order in which they were reported. */
    List<MigrationOperation> operations() {
        return List.copyOf(operations);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
