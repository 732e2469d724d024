package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.AddConstraint;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.CreateDomain;
import dev.rubedo.schema.CreateEnum;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateSchema;
import dev.rubedo.schema.CreateSequence;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.CreateTableAs;
import dev.rubedo.schema.CreateView;
import dev.rubedo.schema.CustomDdl;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DropConstraint;
import dev.rubedo.schema.DropDomain;
import dev.rubedo.schema.DropEnum;
import dev.rubedo.schema.DropIndex;
import dev.rubedo.schema.DropSchema;
import dev.rubedo.schema.DropSequence;
import dev.rubedo.schema.DropTable;
import dev.rubedo.schema.DropView;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.RefreshView;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.SetColumnComment;
import dev.rubedo.schema.SetConstraintComment;
import dev.rubedo.schema.SetTableComment;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableAlteration;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import dev.rubedo.stability.Spi;
import dev.rubedo.type.Domain;
import dev.rubedo.type.EnumeratedType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A compiler of DDL. The parts of a table and views are written by inherited methods. Dialects extend this class.
 * Overridable: one method per kind of element, and the parts of a column.
 *
 * <p>Immutable.
 */
@Spi
public class DdlCompiler extends ViewDefinitions {

    /** Creates a compiler. */
    public DdlCompiler(Renderers renderers, StatementCompiler statements) {
        super(renderers, statements);
    }

    /** Returns the SQL of a DDL element, with a semicolon and a line break between several statements. */
    public final String compile(DdlElement element) {
        return String.join(";\n", statements(element));
    }

    /** Returns the statements of a DDL element, one or more, in order. */
    public final List<String> statements(DdlElement element) {
        return switch (element) {
            case CreateTable e -> createTableStatements(e);
            case DropTable e -> dropTableStatements(e);
            case CreateIndex e -> List.of(createIndex(e));
            case DropIndex e -> List.of(dropIndex(e));
            case AddConstraint e -> List.of(addConstraint(e));
            case DropConstraint e -> List.of(dropConstraint(e));
            case CreateSequence e -> List.of(createSequence(e));
            case DropSequence e -> List.of(dropSequence(e));
            case CreateEnum e -> List.of(createEnum(e));
            case DropEnum e -> List.of(dropEnum(e));
            case CreateDomain e -> List.of(createDomain(e));
            case DropDomain e -> List.of(dropDomain(e));
            case CreateSchema e -> List.of(createSchema(e));
            case DropSchema e -> List.of(dropSchema(e));
            case SetTableComment e -> List.of(setTableComment(e));
            case SetColumnComment e -> List.of(setColumnComment(e));
            case TableAlteration e -> alterRenderer().render(e);
            case SetConstraintComment e -> List.of(setConstraintComment(e));
            case CreateView e -> List.of(createView(e));
            case DropView e -> List.of(dropView(e));
            case RefreshView e -> List.of(refreshView(e));
            case CreateTableAs e -> List.of(createTableAs(e));
            case TextDdl e -> List.of(e.sql());
            case CustomDdl e -> List.of(e.sql(traits.name(), traits.quoter()::quote));
        };
    }

    /** Returns the statements in the form for a driver: question marks that are not parameters are escaped. */
    public final List<String> prepare(DdlElement element) {
        return statements(element).stream().map(sql -> NamedParameters.prepared(sql, renderers.expressions()))
                .toList();
    }

    /**
     * Returns whether the statements of a change contain the type of the column, so that it must be known even if it does
     * not change.
     *
     * @param alter the change
     */
    public final boolean repeatsType(AlterColumn alter) {
        return alterRenderer().repeatsType(alter);
    }

    /** Returns the renderer of changes to tables. Called for each change. */
    protected AlterRenderer alterRenderer() {
        return new AlterRenderer(this);
    }

    /** Returns the statements that create a table; a database without identity columns creates a sequence first. */
    protected List<String> createTableStatements(CreateTable create) {
        return List.of(createTable(create));
    }

    /** Returns the statements that drop a table and the objects that were created for it. */
    protected List<String> dropTableStatements(DropTable drop) {
        return List.of(dropTable(drop));
    }

    /** Writes CREATE TABLE. */
    protected String createTable(CreateTable create) {
        var table = create.table();
        var parts = new ArrayList<String>();
        for (var column : table.columns().stream().filter(each -> !each.isSystem()).toList()) {
            requireSequence(column);
            parts.add(columnDefinition(column) + columnChecks(column));
        }
        parts.addAll(constraintDefinitions(table, create.foreignKeys()));
        var prefixes = table.prefixes().isEmpty() ? "" : String.join(" ", table.prefixes()) + " ";
        return "CREATE " + prefixes + "TABLE " + ifNotExists(create.ifNotExists(), Feature.IF_EXISTS) + tableName(table)
                + " ( "
                + String.join(", ", parts) + " )" + tableSuffix(table);
    }

    /** Writes DROP TABLE. */
    protected String dropTable(DropTable drop) {
        return "DROP TABLE " + ifExists(drop.ifExists(), Feature.IF_EXISTS) + tableName(drop.table());
    }

    /** Writes CREATE INDEX. */
    protected String createIndex(CreateIndex create) {
        var index = create.index();
        requireIndex(index);
        return "CREATE " + indexWord(index) + "INDEX "
                + ifNotExists(create.ifNotExists(), Feature.IF_EXISTS_INDEX) + name(index.name()) + " ON "
                + tableName(index.table()) + (index.method().isEmpty() ? "" : " USING " + name(index.method())) + " ("
                + indexTerms(index) + ")" + indexSuffix(index);
    }

    /** Returns the keywords between CREATE and INDEX, with a trailing space; possibly empty. */
    protected String indexWord(Index index) {
        return index.isUnique() ? "UNIQUE " : "";
    }

    /** Rejects an index that the dialect does not support. */
    protected final void requireIndex(Index index) {
        if (index.condition() != NoCondition.NONE) {
            traits.require(Feature.PARTIAL_INDEXES, index.name());
        }
        if (!index.includedNames().isEmpty()) {
            traits.require(Feature.INCLUDING_INDEXES, index.name());
        }
        if (!index.method().isEmpty()) {
            traits.require(Feature.INDEX_METHODS, index.name());
        }
        if (index.terms().size() > index.columns().size() || index.terms().stream()
                .anyMatch(term -> !(term.term() instanceof Column<?>))) {
            traits.require(Feature.FUNCTIONAL_INDEXES, index.name());
        }
        var prefix = traits.name() + ".";
        for (var option : index.options().keySet()) {
            if (option.startsWith(prefix) && !hasIndexOption(index, option.substring(prefix.length()))) {
                throw new InvalidStatementException("Dialect \"" + traits.name() + "\" has no option \""
                        + option.substring(prefix.length()) + "\" of index \"" + index.name()
                        + "\". Remove it, or correct its name.");
            }
        }
    }

    /**
     * Returns whether the dialect supports an option of an index; others are rejected.
     *
     * @param index the index
     * @param option the name of the option
     */
    protected boolean hasIndexOption(Index index, String option) {
        return false;
    }

    /** Writes the terms of an index. */
    protected final String indexTerms(Index index) {
        return index.terms().stream().map(term -> indexTerm(index, term)).collect(Collectors.joining(", "));
    }

    /** Writes one term of an index. */
    protected String indexTerm(Index index, OrderTerm term) {
        if (term instanceof Ordered ordered && ordered.nulls() != Ordered.Nulls.DEFAULT) {
            traits.require(Feature.NULLS_ORDER, index.name());
        }
        return indexExpression(index, term)
                + (term instanceof Ordered o ? o.direction().suffix() + o.nulls().suffix() : "");
    }

    /** Writes the column or expression of an index term, with everything before its direction. */
    protected String indexExpression(Index index, OrderTerm term) {
        return statements.define(term.term());
    }

    /** Writes what follows the terms of an index. */
    protected String indexSuffix(Index index) {
        return included(index) + indexCondition(index);
    }

    /** Writes the INCLUDE clause of an index, or nothing. */
    protected final String included(Index index) {
        return index.includedNames().isEmpty() ? "" : " INCLUDE (" + names(index.includedNames()) + ")";
    }

    /** Writes the condition of a partial index, or nothing. */
    protected final String indexCondition(Index index) {
        return index.condition() == NoCondition.NONE ? "" : " WHERE " + statements.define(index.condition());
    }

    /** Writes DROP INDEX. */
    protected String dropIndex(DropIndex drop) {
        var index = drop.index();
        return "DROP INDEX " + ifExists(drop.ifExists(), Feature.IF_EXISTS_INDEX) + schemaPrefix(index.table().schema())
                + name(index.name());
    }

    /** Writes ALTER TABLE ... ADD CONSTRAINT. */
    protected String addConstraint(AddConstraint add) {
        traits.require(Feature.ALTER_TABLE_CONSTRAINTS, "ADD CONSTRAINT");
        return "ALTER TABLE " + tableName(add.table()) + " ADD " + constraintDefinition(add.table(), add.constraint());
    }

    /** Writes ALTER TABLE ... DROP CONSTRAINT. */
    protected String dropConstraint(DropConstraint drop) {
        traits.require(Feature.ALTER_TABLE_CONSTRAINTS, "DROP CONSTRAINT");
        if (drop.isCascading()) {
            traits.require(Feature.DROP_CASCADE, "DROP CONSTRAINT ... CASCADE");
        }
        return "ALTER TABLE " + tableName(drop.table()) + " DROP CONSTRAINT "
                + ifExists(drop.ifExists(), Feature.IF_EXISTS_CONSTRAINT)
                + requiredName(drop.table(), drop.constraint())
                + (drop.isCascading() ? " CASCADE" : "");
    }

    /** Returns the name of a constraint that must have one. */
    protected final String requiredName(Table table, Constraint constraint) {
        var name = constraintName(constraint);
        if (name.isEmpty()) {
            throw new InvalidStatementException("A constraint of table \"" + table.label()
                    + "\" has no name by which it can be dropped. Name it, or use a NamingConvention.");
        }
        return name(name);
    }

    /** Writes CREATE SEQUENCE. */
    protected String createSequence(CreateSequence create) {
        var sequence = create.sequence();
        traits.require(Feature.SEQUENCES, sequence.name());
        return "CREATE SEQUENCE " + ifNotExists(create.ifNotExists(), Feature.IF_EXISTS)
                + schemaPrefix(sequence.schema())
                + name(sequence.name()) + sequenceOptions(sequence);
    }

    /** Writes the options of a sequence, each with a leading space. */
    protected String sequenceOptions(Sequence sequence) {
        var step = sequence.increment();
        return sequenceType(sequence) + option(" INCREMENT BY ", step == null || step == 1 ? null : step)
                + option(" START WITH ", sequence.start())
                + option(" MINVALUE ", sequence.minimum()) + option(" MAXVALUE ", sequence.maximum())
                + option(" CACHE ", sequence.cache()) + (sequence.isCycling() ? " CYCLE" : "")
                + (sequence.isOrdered() ? sequenceOrder(sequence) : "");
    }

    /** Writes the type of the values of a sequence with a leading space, or nothing. */
    protected String sequenceType(Sequence sequence) {
        var type = sequence.dataType();
        return type == null ? "" : " AS " + renderers.types().render(type);
    }

    /**
     * Writes the keywords that make a sequence generate its values in the order of the requests, with a leading space;
     * by default nothing, because the database always does so.
     */
    protected String sequenceOrder(Sequence sequence) {
        return "";
    }

    /** Rejects a sequence that specifies the type of its values. */
    protected final String noSequenceType(Sequence sequence) {
        if (sequence.dataType() != null) {
            throw new InvalidStatementException("Dialect \"" + traits.name() + "\" " + traits.version()
                    + " cannot set the type of a sequence's values, but sequence \"" + sequence.name()
                    + "\" has one. Remove ofType(...), or limit the values by between(...).");
        }
        return "";
    }

    private static String option(String words, @Nullable Long number) {
        return number == null ? "" : words + number;
    }

    /** Writes DROP SEQUENCE. */
    protected String dropSequence(DropSequence drop) {
        traits.require(Feature.SEQUENCES, drop.sequence().name());
        return "DROP SEQUENCE " + ifExists(drop.ifExists(), Feature.IF_EXISTS) + schemaPrefix(drop.sequence().schema())
                + name(drop.sequence().name());
    }

    /** Writes CREATE TYPE. */
    protected String createEnum(CreateEnum create) {
        traits.require(Feature.ENUM_TYPE, create.type().name());
        if (create.ifNotExists()) {
            throw new InvalidStatementException("CREATE TYPE has no IF NOT EXISTS. Call hasType(...) first.");
        }
        return "CREATE TYPE " + schemaPrefix(create.schema()) + name(create.type().name()) + " AS ENUM ("
                + labels(create.type()) + ")";
    }

    /** Writes CREATE DOMAIN. */
    protected String createDomain(CreateDomain create) {
        var domain = create.domain();
        requireDomain(domain);
        return "CREATE DOMAIN " + schemaPrefix("") + name(domain.name()) + " AS "
                + renderers.types().render(domain.base())
                + (domain.defaultSql().isEmpty() ? "" : " DEFAULT " + domain.defaultSql())
                + (domain.isNotNull() ? " NOT NULL" : "")
                + (domain.check().isEmpty() ? "" : " CHECK (" + domain.check() + ")");
    }

    /** Writes DROP DOMAIN. */
    protected String dropDomain(DropDomain drop) {
        requireDomain(drop.domain());
        return "DROP DOMAIN " + (drop.ifExists() ? "IF EXISTS " : "") + schemaPrefix("") + name(drop.domain().name());
    }

    private void requireDomain(Domain<?> domain) {
        if (!domain.dialects().contains(traits.name())) {
            throw new InvalidStatementException("Dialect \"" + traits.name() + "\" does not have the domain \""
                    + domain.name() + "\", which is one of " + String.join(", ", domain.dialects())
                    + ". Use a portable type, and the domain there only: type.on(dialect, domain.type()).");
        }
    }

    /** Returns the labels of an enumeration as a list of string literals. */
    protected final String labels(EnumeratedType<?> type) {
        return type.labels().stream().map(renderers.literals()::renderString).collect(Collectors.joining(", "));
    }

    /** Writes DROP TYPE. */
    protected String dropEnum(DropEnum drop) {
        traits.require(Feature.ENUM_TYPE, drop.type().name());
        return "DROP TYPE " + (drop.ifExists() ? "IF EXISTS " : "") + schemaPrefix(drop.schema())
                + name(drop.type().name());
    }

    /** Writes CREATE SCHEMA. */
    protected String createSchema(CreateSchema create) {
        traits.require(Feature.SCHEMAS, create.name());
        return "CREATE SCHEMA " + (create.ifNotExists() ? "IF NOT EXISTS " : "") + name(create.name());
    }

    /** Writes DROP SCHEMA. */
    protected String dropSchema(DropSchema drop) {
        traits.require(Feature.SCHEMAS, drop.name());
        if (drop.isCascading()) {
            traits.require(Feature.DROP_CASCADE, "DROP SCHEMA ... CASCADE");
        }
        return "DROP SCHEMA " + (drop.ifExists() ? "IF EXISTS " : "") + name(drop.name())
                + (drop.isCascading() ? " CASCADE" : "");
    }

    /** Writes the comment of a table. */
    protected String setTableComment(SetTableComment set) {
        traits.require(Feature.COMMENTS, "COMMENT ON TABLE");
        var view = set.table().viewDefinition();
        return "COMMENT ON " + (view == null ? "TABLE" : viewWord(view)) + " " + tableName(set.table()) + " IS "
                + comment(set.text());
    }

    /** Writes the comment of a column. */
    protected String setColumnComment(SetColumnComment set) {
        traits.require(Feature.COMMENTS, "COMMENT ON COLUMN");
        return "COMMENT ON COLUMN " + tableName(set.column().table()) + "." + name(set.column().name()) + " IS "
                + comment(set.text());
    }

    /** Writes the comment of a constraint. */
    protected String setConstraintComment(SetConstraintComment set) {
        traits.require(Feature.CONSTRAINT_COMMENTS, "COMMENT ON CONSTRAINT");
        return "COMMENT ON CONSTRAINT " + requiredName(set.table(), set.constraint()) + " ON "
                + tableName(set.table()) + " IS " + comment(set.text());
    }

    /** Returns a comment as a string literal; NULL removes one. */
    protected final String comment(String text) {
        return text.isEmpty() ? "NULL" : renderers.literals().renderString(text);
    }
}
