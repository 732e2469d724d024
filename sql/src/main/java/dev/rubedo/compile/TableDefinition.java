package dev.rubedo.compile;

import dev.rubedo.error.CompileException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.ForeignKeyMatch;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.type.BooleanType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A renderer of the contents of a CREATE TABLE: columns and constraints; the base class of {@link DdlCompiler}.
 * Overridable: the parts of a column and of each kind of constraint.
 *
 * <p>Immutable.
 */
abstract class TableDefinition {

    /** The traits of the dialect. */
    protected final DialectTraits traits;
    /** The renderers of the dialect. */
    protected final Renderers renderers;
    /** The compiler of the dialect's statements, which renders expressions. */
    protected final StatementCompiler statements;

    TableDefinition(Renderers renderers, StatementCompiler statements) {
        this.traits = renderers.traits();
        this.renderers = renderers;
        this.statements = statements;
    }

    /** Returns a name as it is written: quoted if necessary, and shortened with a hash if it is too long. */
    protected final String name(String name) {
        return traits.quoter().quote(traits.shortened(name));
    }

    /** Returns the name of a table, qualified with its schema. */
    protected String tableName(Table table) {
        return schemaPrefix(table.schema()) + traits.quoter().quote(table.name());
    }

    /** Returns a schema and a dot, or nothing. */
    protected final String schemaPrefix(String schema) {
        return traits.qualifier(schema);
    }

    /** Returns names of columns, separated by {@code ", "}. */
    protected final String names(Collection<String> columns) {
        return columns.stream().map(traits.quoter()::quote).collect(Collectors.joining(", "));
    }

    /** Returns whether the column is the auto-increment column of its table. */
    protected static boolean isAutoincrement(Column<?> column) {
        return column.equals(column.table().autoincrementColumn());
    }

    /** Writes a column definition: name, type, default and constraints. */
    protected String columnDefinition(Column<?> column) {
        var computed = column.computation();
        var identity = identity(column);
        return traits.quoter().quote(column.name()) + " " + columnType(column) + defaultClause(column)
                + (computed == null ? "" : " " + computedClause(computed)) + (identity.isEmpty() ? "" : " " + identity)
                + (column.isNullable() || !identity.isEmpty() ? "" : " NOT NULL");
    }

    /** Returns the check constraints declared with a column, each with a leading space. */
    protected final String columnChecks(Column<?> column) {
        return column.checks().stream().filter(check -> check.details().isOn(traits.name()))
                .map(check -> " " + constraintDefinition(column.table(), check))
                .collect(Collectors.joining());
    }

    /** Returns the type of a column. */
    protected String columnType(Column<?> column) {
        try {
            return renderers.types().render(column.type());
        } catch (CompileException e) {
            throw new InvalidStatementException(
                    "Column \"" + column.table().label() + "." + column.name() + "\": " + e.getMessage());
        }
    }

    /** Returns the DEFAULT clause with a leading space, or nothing. */
    protected String defaultClause(Column<?> column) {
        var value = column.databaseDefault();
        return value == null ? "" : " DEFAULT " + defaultText(value);
    }

    /** Returns a default as text. */
    protected String defaultText(Expression<?> value) {
        return statements.define(value);
    }

    /** Returns a default in parentheses, unless it is a single word, a string literal or already in parentheses. */
    protected static String inParentheses(String value) {
        boolean isPlain = value.startsWith("'") || value.startsWith("\"") || value.startsWith("(");
        return isPlain || value.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_') ? value
                : "(" + value + ")";
    }

    /** Writes the clause of a computed column. */
    protected String computedClause(Computed computed) {
        traits.require(Feature.COMPUTED_COLUMNS, computed.sql());
        return "GENERATED ALWAYS AS (" + computed.sql() + ")" + switch (computed.storage()) {
            case DEFAULT -> "";
            case STORED -> " STORED";
            case VIRTUAL -> " VIRTUAL";
        };
    }

    /** Writes the identity or auto-increment clause of a column, or nothing. */
    protected String identity(Column<?> column) {
        var identity = column.identityOption();
        if (identity == null) {
            return "";
        }
        traits.require(Feature.IDENTITY_COLUMNS, column.path());
        return identityClause(identity);
    }

    /**
     * Rejects an identity other than the only kind that the server supports: counting from 1 in steps of 1 and
     * accepting given values.
     *
     * @param column an auto-increment column
     */
    protected final void requirePlainIdentity(Column<?> column) {
        var identity = column.identityOption();
        if (identity != null && (identity.isAlways() || identity.start() != 1 || identity.increment() != 1
                || identity.hasOptions())) {
            throw new InvalidStatementException(
                    "Dialect \"" + traits.name() + "\" can only auto-increment column \"" + column.path()
                            + "\" from 1 by 1, and accepts values for it. Declare identity(1, 1).");
        }
    }

    /** Rejects a sequence that the database does not support, unless the column is an auto-increment key. */
    protected final void requireSequence(Column<?> column) {
        var sequence = column.sequenceDefault();
        if (sequence != null && !isAutoincrement(column)) {
            traits.require(Feature.SEQUENCES,
                    "sequence \"" + sequence.name() + "\" of column \"" + column.path() + "\"");
        }
    }

    /** Writes an identity. */
    protected final String identityClause(Identity identity) {
        var options = new ArrayList<String>();
        if (identity.increment() != 1) {
            options.add("INCREMENT BY " + identity.increment());
        }
        if (identity.start() != 1 || identity.increment() < 0) {
            options.add("START WITH " + identity.start());
        }
        if (identity.minimum() != null) {
            options.add("MINVALUE " + identity.minimum());
        }
        if (identity.maximum() != null) {
            options.add("MAXVALUE " + identity.maximum());
        }
        if (identity.cache() != null) {
            options.add("CACHE " + identity.cache());
        }
        if (identity.isCycling()) {
            options.add("CYCLE");
        }
        return "GENERATED " + (identity.isAlways() ? "ALWAYS" : "BY DEFAULT") + onNull(identity) + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    /**
     * Returns the keywords that make the database generate a value for an explicit NULL too, with a leading space; by
     * default throws, because the dialect has none.
     */
    protected String onNull(Identity identity) {
        if (identity.isOnNull()) {
            throw refusedOption("ON NULL");
        }
        return "";
    }

    /** Returns the error for an option of an identity that the dialect does not have. */
    protected final InvalidStatementException refusedOption(String option) {
        return new InvalidStatementException("Dialect \"" + traits.name() + "\" has no option " + option
                + " of identity columns. Remove it.");
    }

    /** Writes the constraints of a table: the primary key first, then all others in order of declaration. */
    protected final List<String> constraintDefinitions(Table table, Collection<ForeignKey> foreignKeys) {
        var definitions = new ArrayList<String>();
        var key = table.primaryKey();
        if (!key.columnNames().isEmpty() && !isKeyInColumn(table) && key.details().isOn(traits.name())) {
            definitions.add(constraintDefinition(table, key));
        }
        var ofColumns = table.columns().stream().flatMap(column -> column.checks().stream()).toList();
        for (var constraint : table.constraints()) {
            if (!(constraint instanceof PrimaryKey) && !ofColumns.contains(constraint)
                    && constraint.details().isOn(traits.name())
                    && (!(constraint instanceof ForeignKey each) || foreignKeys.contains(each))) {
                definitions.add(constraintDefinition(table, constraint));
            }
        }
        table.columns().stream().map(this::typeCheck).filter(check -> !check.isEmpty()).forEach(definitions::add);
        return definitions;
    }

    /** Returns the check that restricts a column to the values of its type, or nothing if the database does so. */
    protected final String typeCheck(Column<?> column) {
        var name = traits.quoter().quote(column.name());
        return switch (column.type().forDialect(traits.name())) {
            // the name of a type that is native elsewhere is that of the type, not of a check
            case EnumeratedType<?> type when type.isChecked() && !isNativeEnum(type) -> (type.isNative() ? ""
                    : typeCheckName(column, type.name(), false)) + "CHECK (" + name + " IN ("
                    + type.labels().stream().map(renderers.literals()::renderString).collect(Collectors.joining(", "))
                    + "))";
            case BooleanType type when type.isChecked() && !traits.supports(Feature.BOOLEAN_TYPE) ->
                typeCheckName(column, type.name(), true) + "CHECK (" + name + " IN (0, 1))";
            default -> "";
        };
    }

    /** Several columns of a table may share a type, whose name then does not distinguish their checks. */
    private String typeCheckName(Column<?> column, String ofType, boolean isOwn) {
        var table = column.table();
        boolean isShared = table.columns().stream().anyMatch(
                other -> !other.equals(column) && ofType.equals(typeName(other.type().forDialect(traits.name()))));
        var name = table.metaData().namingConvention().typeCheckName(table, column.name(),
                ofType.isEmpty() || isShared ? column.name() : ofType);
        var own = isShared ? ofType + "_" + column.name() : ofType;
        var used = name.isEmpty() && isOwn && !ofType.isEmpty() ? own : name;
        return used.isEmpty() ? "" : "CONSTRAINT " + name(used) + " ";
    }

    private static String typeName(SqlType<?> type) {
        return switch (type) {
            case EnumeratedType<?> named -> named.name();
            case BooleanType named -> named.name();
            default -> "";
        };
    }

    /** Returns whether the primary key is written with its column instead of among the constraints. */
    protected boolean isKeyInColumn(Table table) {
        return false;
    }

    /** Returns whether the type of an enumeration checks its values in the database. */
    protected boolean isNativeEnum(EnumeratedType<?> type) {
        return type.isNative() && traits.supports(Feature.ENUM_TYPE);
    }

    /** Writes a constraint. */
    protected final String constraintDefinition(Table table, Constraint constraint) {
        var name = constraintName(constraint);
        var definition = switch (constraint) {
            case PrimaryKey c -> primaryKey(table, c);
            case UniqueConstraint c -> unique(table, c);
            case CheckConstraint c -> check(c);
            case ForeignKey c -> foreignKey(table, c);
            case ExclusionConstraint c -> exclusion(c);
        };
        requireConstraintOptions(table, constraint);
        return (name.isEmpty() ? "" : "CONSTRAINT " + name(name) + " ") + definition + deferrability(constraint)
                + constraintSuffix(constraint);
    }

    private void requireConstraintOptions(Table table, Constraint constraint) {
        var prefix = traits.name() + ".";
        for (var option : constraint.details().options().keySet()) {
            if (option.startsWith(prefix)
                    && !hasConstraintOption(constraint, option.substring(prefix.length()))) {
                throw new InvalidStatementException("Dialect \"" + traits.name() + "\" has no option \""
                        + option.substring(prefix.length()) + "\" of the " + constraint.getClass().getSimpleName()
                        + " \"" + constraintName(constraint) + "\" of table \"" + table.label()
                        + "\". Remove it, or correct its name.");
            }
        }
    }

    /**
     * Returns whether the dialect supports an option of a constraint; others are rejected.
     *
     * @param constraint the constraint
     * @param option the name of the option
     */
    protected boolean hasConstraintOption(Constraint constraint, String option) {
        return false;
    }

    /** Returns an option of a constraint; empty if it is not set. */
    protected final String option(Constraint constraint, String option) {
        return constraint.details().option(traits.name(), option);
    }

    /** Writes the text after the deferrability of a constraint, with a leading space, or nothing. */
    protected String constraintSuffix(Constraint constraint) {
        return "";
    }

    /** Writes an exclusion constraint, without its name. */
    protected String exclusion(ExclusionConstraint exclusion) {
        traits.require(Feature.EXCLUSION_CONSTRAINTS, "EXCLUDE of \"" + exclusion.name() + "\"");
        if (!exclusion.definition().isEmpty()) {
            return "EXCLUDE " + exclusion.definition();
        }
        if (exclusion.elements().isEmpty()) {
            throw new InvalidStatementException("The exclusion constraint \"" + exclusion.name()
                    + "\" compares nothing. Add with(column, operator).");
        }
        return "EXCLUDE USING " + exclusion.method() + " ("
                + exclusion.elements().stream().map(this::excluded).collect(Collectors.joining(", ")) + ")"
                + (exclusion.condition() == NoCondition.NONE ? ""
                        : " WHERE (" + statements.define(exclusion.condition()) + ")");
    }

    private String excluded(ExclusionConstraint.Element element) {
        var text = statements.define(element.term());
        return (statements.isOperation(element.term()) ? "(" + text + ")" : text) + " WITH " + element.operator();
    }

    /** Returns the name of a constraint, or an empty string. */
    protected static String constraintName(Constraint constraint) {
        return constraint instanceof ForeignKey key ? key.constraintName() : constraint.name();
    }

    /** Writes a primary key, without its name. */
    protected String primaryKey(Table table, PrimaryKey key) {
        return "PRIMARY KEY (" + names(key.columnNames()) + ")";
    }

    /** Writes a unique constraint, without its name. */
    protected String unique(Table table, UniqueConstraint unique) {
        return "UNIQUE" + equalNulls(unique) + " (" + names(unique.columnNames()) + ")";
    }

    /**
     * Returns the keywords for a unique constraint that treats NULLs as equal, with a leading space; empty for others.
     */
    protected String equalNulls(UniqueConstraint unique) {
        if (!unique.details().hasEqualNulls()) {
            return "";
        }
        traits.require(Feature.NULLS_NOT_DISTINCT, "nullsNotDistinct() of [" + String.join(", ", unique.columnNames())
                + "]");
        return " NULLS NOT DISTINCT";
    }

    /** Writes a check constraint, without its name. */
    protected String check(CheckConstraint check) {
        return "CHECK (" + statements.define(check.condition()) + ")";
    }

    /** Writes a foreign key, without its name. */
    protected String foreignKey(Table table, ForeignKey key) {
        return "FOREIGN KEY(" + names(key.columnNames()) + ") " + references(table, key);
    }

    /** Writes the REFERENCES clause of a foreign key. */
    protected final String references(Table table, ForeignKey key) {
        return "REFERENCES " + referredTable(table, key.target()) + " ("
                + names(key.targets().stream().<String>map(Column::name).toList()) + ")" + match(key)
                + deleteAction(key) + updateAction(key);
    }

    private String match(ForeignKey key) {
        if (key.matchRule() == ForeignKeyMatch.DEFAULT) {
            return "";
        }
        traits.require(Feature.FOREIGN_KEY_MATCH, key.matchRule().sql() + " of " + key);
        if (key.matchRule() == ForeignKeyMatch.PARTIAL) {
            throw new UnsupportedFeatureException(Feature.FOREIGN_KEY_MATCH, traits.name(),
                    key.matchRule().sql() + " of " + key);
        }
        return " " + key.matchRule().sql();
    }

    /** Writes a foreign key of one column as part of the column definition, with a leading space. */
    protected final String columnReference(Table table, ForeignKey key) {
        var name = constraintName(key);
        return (name.isEmpty() ? "" : " CONSTRAINT " + name(name)) + " " + references(table, key) + deferrability(key);
    }

    private String deleteAction(ForeignKey key) {
        if (key.deleteAction() != ReferentialAction.DEFAULT) {
            traits.require(Feature.ON_DELETE_ACTION, key);
        }
        return action(key, " ON DELETE ", key.deleteAction()) + deleteColumns(key);
    }

    /** Writes the columns that are set when the referenced row is deleted, with a leading space; by default nothing. */
    protected String deleteColumns(ForeignKey key) {
        return "";
    }

    private String updateAction(ForeignKey key) {
        if (key.updateAction() != ReferentialAction.DEFAULT) {
            traits.require(Feature.ON_UPDATE_ACTION, key);
        }
        return action(key, " ON UPDATE ", key.updateAction());
    }

    /**
     * Writes a referential action of a foreign key, with a leading space, or nothing.
     *
     * @param key the foreign key
     * @param words the keywords before the action
     * @param action the action
     */
    protected String action(ForeignKey key, String words, ReferentialAction action) {
        return action == ReferentialAction.DEFAULT ? "" : words + action.sql();
    }

    /** Returns the name of the referenced table, as it is written in a foreign key. */
    protected String referredTable(Table table, Table target) {
        return tableName(target);
    }

    private String deferrability(Constraint constraint) {
        var when = constraint.deferrability();
        if (when == Deferrability.DEFAULT) {
            return "";
        }
        if (!canDefer(constraint)) {
            throw new UnsupportedFeatureException(Feature.DEFERRABLE_CONSTRAINTS, traits.name(),
                    when.sql() + " of the " + constraint.getClass().getSimpleName() + " \""
                            + constraintName(constraint) + "\"");
        }
        return " " + when.sql();
    }

    /** Returns whether constraints of this kind can be deferred. */
    protected boolean canDefer(Constraint constraint) {
        return traits.supports(Feature.DEFERRABLE_CONSTRAINTS);
    }

    /** Writes the text after the parentheses of CREATE TABLE. */
    protected String tableSuffix(Table table) {
        var options = table.options(traits.name());
        if (!options.isEmpty()) {
            throw new InvalidStatementException("Dialect \"" + traits.name() + "\" has no table options, but table \""
                    + table.label() + "\" has " + options.keySet() + ". Remove them.");
        }
        return "";
    }
}
