package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateView;
import dev.rubedo.schema.DropIndex;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.type.BigIntType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.SmallIntType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The DDL of PostgreSQL. Table options: {@code inherits}, {@code partition_by}, {@code using}, {@code with},
 * {@code on_commit}, {@code tablespace}; index options: {@code concurrently}, {@code nulls_not_distinct}, {@code with},
 * {@code tablespace}, and {@code ops.<column>}; options of constraints: {@code not_valid} of checks and foreign keys,
 * {@code set_columns} (columns separated by commas that {@code ON DELETE SET NULL} or {@code SET DEFAULT} sets) of
 * foreign keys, {@code no_inherit} of checks, {@code include} (columns separated by commas) of keys, {@code nulls_not_distinct} of unique
 * constraints. Immutable.
 */
final class PostgresDdlCompiler extends DdlCompiler {

    /** The table options, in the order required by the grammar. */
    private static final List<String> OPTIONS = List.of("inherits", "partition_by", "using", "with", "on_commit",
            "tablespace");

    private static final Set<String> INDEX_OPTIONS = Set.of("concurrently", "nulls_not_distinct", "with", "tablespace");

    PostgresDdlCompiler(Renderers renderers, StatementCompiler statements) {
        super(renderers, statements);
    }

    @Override
    protected AlterRenderer alterRenderer() {
        return new PostgresAlterRenderer(this);
    }

    /** An auto-increment key is a SERIAL, which combines type and default. */
    @Override
    protected String columnType(Column<?> column) {
        if (isSerial(column)) {
            return switch (column.type().forDialect(traits.name())) {
                case BigIntType big -> "BIGSERIAL";
                case SmallIntType small -> "SMALLSERIAL";
                default -> "SERIAL";
            };
        }
        boolean isEnum = column.type().forDialect(traits.name()) instanceof EnumeratedType<?> type
                && type.isNative() && type.schema().isEmpty();
        return isEnum ? schemaPrefix(column.table().schema()) + super.columnType(column) : super.columnType(column);
    }

    private static boolean isSerial(Column<?> column) {
        return isAutoincrement(column) && column.identityOption() == null && column.sequenceDefault() == null;
    }

    /** The operator class is written before the direction. */
    @Override
    protected String indexExpression(Index index, OrderTerm term) {
        var text = super.indexExpression(index, term);
        var operators = switch (term.term()) {
            case Column<?> column -> option(index, "ops." + column.name());
            case TextFragment<?> fragment -> option(index, "ops." + fragment.text());
            default -> "";
        };
        return (statements.isOperation(term.term()) ? "(" + text + ")" : text)
                + (operators.isEmpty() ? "" : " " + operators);
    }

    @Override
    protected String createIndex(CreateIndex create) {
        var index = create.index();
        requireIndex(index);
        return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + "INDEX "
                + (option(index, "concurrently").equals("true") ? "CONCURRENTLY " : "")
                + ifNotExists(create.ifNotExists(), Feature.IF_EXISTS_INDEX) + name(index.name()) + " ON "
                + tableName(index.table()) + (index.method().isEmpty() ? "" : " USING " + word(index.method())) + " ("
                + indexTerms(index) + ")" + indexSuffix(index);
    }

    /** An index that is created concurrently is also dropped concurrently. */
    @Override
    protected String dropIndex(DropIndex drop) {
        var text = super.dropIndex(drop);
        return option(drop.index(), "concurrently").equals("true")
                ? text.replaceFirst("^DROP INDEX ", "DROP INDEX CONCURRENTLY ")
                : text;
    }

    @Override
    protected String indexSuffix(Index index) {
        var nulls = option(index, "nulls_not_distinct").equals("true") ? " NULLS NOT DISTINCT" : "";
        var with = option(index, "with");
        var tablespace = option(index, "tablespace");
        return included(index) + nulls + (with.isEmpty() ? "" : " WITH (" + with + ")")
                + (tablespace.isEmpty() ? "" : " TABLESPACE " + name(tablespace)) + indexCondition(index);
    }

    /** An operator class applies to a column or to an indexed expression. */
    @Override
    protected boolean hasIndexOption(Index index, String option) {
        return INDEX_OPTIONS.contains(option) || index.terms().stream().anyMatch(term -> switch (term.term()) {
            case Column<?> column -> option.equals("ops." + column.name());
            case TextFragment<?> fragment -> option.equals("ops." + fragment.text());
            case Expression<?> other -> false;
        });
    }

    private static String option(Index index, String name) {
        return index.options().getOrDefault("postgresql." + name, "");
    }

    private static String word(String text) {
        if (!text.matches("\\w+")) {
            throw new InvalidStatementException("\"" + text + "\" is not the name of an index method.");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    protected String tableSuffix(Table table) {
        var options = table.options(traits.name());
        for (var option : options.keySet()) {
            if (!OPTIONS.contains(option)) {
                throw new InvalidStatementException(
                        "PostgreSQL has no table option \"" + option + "\"; it has " + OPTIONS + ".");
            }
        }
        var text = new StringBuilder();
        for (var name : OPTIONS) {
            var value = options.get(name);
            text.append(value == null ? "" : tableOption(name, value));
        }
        return text.toString();
    }

    private String tableOption(String name, String value) {
        return switch (name) {
            case "inherits" -> " INHERITS (" + value + ")";
            case "partition_by" -> " PARTITION BY " + value;
            case "using" -> " USING " + value;
            case "with" -> " WITH (" + value + ")";
            case "on_commit" -> " ON COMMIT " + value.replace('_', ' ').toUpperCase(Locale.ROOT);
            default -> " TABLESPACE " + name(value);
        };
    }

    /** The type was introduced in 10. */
    @Override
    protected String sequenceType(Sequence sequence) {
        return traits.version().isAtLeast(10) ? super.sequenceType(sequence) : noSequenceType(sequence);
    }

    /** Checks cannot be deferred. */
    @Override
    protected boolean canDefer(Constraint constraint) {
        return super.canDefer(constraint) && !(constraint instanceof CheckConstraint);
    }

    @Override
    protected boolean hasConstraintOption(Constraint constraint, String option) {
        return switch (constraint) {
            case PrimaryKey key -> option.equals("include");
            case UniqueConstraint unique -> option.equals("include") || option.equals("nulls_not_distinct");
            case CheckConstraint check -> option.equals("not_valid") || option.equals("no_inherit");
            case ForeignKey key -> option.equals("not_valid") || option.equals("set_columns");
            case ExclusionConstraint exclusion -> false;
        };
    }

    @Override
    protected String primaryKey(Table table, PrimaryKey key) {
        return super.primaryKey(table, key) + include(table, key);
    }

    @Override
    protected String unique(Table table, UniqueConstraint unique) {
        return (isOn(unique, "nulls_not_distinct") && !unique.details().hasEqualNulls()
                ? "UNIQUE NULLS NOT DISTINCT (" + names(unique.columnNames()) + ")"
                : super.unique(table, unique)) + include(table, unique);
    }

    private String include(Table table, Constraint constraint) {
        var columns = option(constraint, "include");
        if (columns.isEmpty()) {
            return "";
        }
        var names = Arrays.stream(columns.split(",")).map(String::strip).toList();
        names.forEach(table::require);
        return " INCLUDE (" + names(names) + ")";
    }

    /** Only some columns are set since 15. */
    @Override
    protected String deleteColumns(ForeignKey key) {
        var columns = option(key, "set_columns");
        if (columns.isEmpty()) {
            return "";
        }
        var names = Arrays.stream(columns.split(",")).map(String::strip).toList();
        boolean isSet = key.deleteAction() == ReferentialAction.SET_NULL
                || key.deleteAction() == ReferentialAction.SET_DEFAULT;
        if (!isSet || !key.columnNames().containsAll(names)) {
            throw new InvalidStatementException("The option set_columns of " + key + " is \"" + columns
                    + "\". It names columns of the key, and needs onDelete(SET_NULL) or onDelete(SET_DEFAULT).");
        }
        if (!traits.version().isAtLeast(15)) {
            throw new InvalidStatementException("PostgreSQL " + traits.version() + " sets all columns of " + key
                    + " on deletion. Remove the option set_columns, or use PostgreSQL 15.");
        }
        return " (" + names(names) + ")";
    }

    @Override
    protected String constraintSuffix(Constraint constraint) {
        return (isOn(constraint, "no_inherit") ? " NO INHERIT" : "")
                + (isOn(constraint, "not_valid") ? " NOT VALID" : "");
    }

    private boolean isOn(Constraint constraint, String option) {
        return option(constraint, option).equals("true");
    }

    /** Only materialized views support IF NOT EXISTS. */
    @Override
    protected String conditionally(CreateView create, ViewDefinition view) {
        return create.ifNotExists() && view.isMaterialized() ? "IF NOT EXISTS " : super.conditionally(create, view);
    }
}
