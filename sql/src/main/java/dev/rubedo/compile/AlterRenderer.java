package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.DropColumn;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.RenameTable;
import dev.rubedo.schema.SetColumnComment;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableAlteration;
import dev.rubedo.sql.Expression;
import dev.rubedo.stability.Spi;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * A renderer of changes to existing tables, in the syntax of the SQL standard: one statement for each property of a
 * column that changes. Dialects extend this class. Overridable: one method per kind of change, and the parts of these
 * statements.
 *
 * <p>Immutable.
 */
@Spi
public class AlterRenderer {

    /** The traits of the dialect. */
    protected final DialectTraits traits;
    private final DdlCompiler definitions;

    /**
     * Creates a renderer.
     *
     * @param definitions the compiler of the dialect's DDL, which renders column definitions
     */
    public AlterRenderer(DdlCompiler definitions) {
        this.definitions = definitions;
        this.traits = definitions.traits;
    }

    /** Returns the statements of a change, at least one. */
    final List<String> render(TableAlteration alteration) {
        return switch (alteration) {
            case AddColumn add -> List.of(addColumn(add));
            case DropColumn drop -> List.of(dropColumn(drop));
            case RenameColumn rename -> List.of(renameColumn(rename));
            case RenameTable rename -> List.of(renameTable(rename));
            case AlterColumn alter -> {
                if (alter.isEmpty()) {
                    throw new InvalidStatementException("The change of column \"" + alter.existing().path()
                            + "\" changes nothing. Set a type, nullability, default, identity or comment.");
                }
                traits.require(Feature.ALTER_COLUMN, "ALTER COLUMN of \"" + alter.existing().path() + "\"");
                yield alterColumn(alter);
            }
        };
    }

    /**
     * Returns whether the statements of a change contain the type of the column, so that it must be known even if it does
     * not change.
     *
     * @param alter the change
     */
    protected boolean repeatsType(AlterColumn alter) {
        return alter.changedType().isPresent();
    }

    /** Writes ALTER TABLE ... ADD COLUMN. */
    protected String addColumn(AddColumn add) {
        return alter(add.table()) + addWord() + " "
                + definitions.ifNotExists(add.ifNotExists(), Feature.IF_EXISTS_COLUMN) + addedColumn(add);
    }

    /** Returns the keywords that add a column. */
    protected String addWord() {
        return "ADD COLUMN";
    }

    /** Writes the definition of an added column, with its checks and foreign keys. */
    protected final String addedColumn(AddColumn add) {
        var column = add.column();
        definitions.requireSequence(column);
        var check = definitions.typeCheck(column);
        var text = new StringBuilder(definitions.columnDefinition(column)).append(definitions.columnChecks(column))
                .append(check.isEmpty() ? "" : " " + check);
        add.foreignKeys().forEach(key -> text.append(definitions.columnReference(add.table(), key)));
        return text.toString();
    }

    /** Writes ALTER TABLE ... DROP COLUMN. */
    protected String dropColumn(DropColumn drop) {
        traits.require(Feature.DROP_COLUMN, "DROP COLUMN " + drop.column());
        if (drop.isCascading()) {
            traits.require(Feature.DROP_CASCADE, "DROP COLUMN ... CASCADE");
        }
        return alter(drop.table()) + "DROP COLUMN " + definitions.ifExists(drop.ifExists(), Feature.IF_EXISTS_COLUMN)
                + quote(drop.column()) + (drop.isCascading() ? cascade() : "");
    }

    /** Returns the keywords that also drop dependent objects, with a leading space. */
    protected String cascade() {
        return " CASCADE";
    }

    /** Writes ALTER TABLE ... RENAME COLUMN. */
    protected String renameColumn(RenameColumn rename) {
        traits.require(Feature.RENAME_COLUMN, "RENAME COLUMN " + rename.existing().name());
        return alter(rename.table()) + "RENAME COLUMN " + quote(rename.existing().name()) + " TO "
                + quote(rename.name());
    }

    /** Writes ALTER TABLE ... RENAME TO. */
    protected String renameTable(RenameTable rename) {
        return alter(rename.table()) + "RENAME TO " + quote(rename.name());
    }

    /** Writes the statements that change a column, at least one. */
    protected List<String> alterColumn(AlterColumn alter) {
        var statements = new ArrayList<String>();
        actions(alter).forEach(action -> statements.add(alter(alter.table()) + action));
        statements.addAll(commentStatements(alter));
        return statements;
    }

    /** Returns the statement that sets the comment of a column, or nothing if it does not change. */
    protected final List<String> commentStatements(AlterColumn alter) {
        return alter.changedComment()
                .map(text -> definitions.setColumnComment(new SetColumnComment(alter.existing(), text)))
                .stream().toList();
    }

    /**
     * Returns the actions that change a column, without its comment. The old default is removed before the type
     * changes, and the new one is set afterwards.
     */
    protected final List<String> actions(AlterColumn alter) {
        var actions = new ArrayList<String>();
        var type = alter.changedType();
        var value = alter.changedServerDefault();
        boolean isReplaced = type.isPresent() && value != null && alter.existing().databaseDefault() != null;
        if (isReplaced || alter.changesServerDefault() && value == null) {
            actions.add(alterWord(alter) + "DROP DEFAULT");
        }
        if (alter.changesIdentity() && alter.changedIdentity() == null) {
            actions.add(alterWord(alter) + "DROP IDENTITY");
        }
        if (type.isPresent()) {
            actions.add(alterWord(alter) + typeWord() + " " + typeName(alter, type.get()) + conversion(alter));
        } else {
            requireNoConversion(alter);
        }
        if (value != null) {
            actions.add(alterWord(alter) + "SET DEFAULT " + defaultText(value));
        }
        alter.changedNullability()
                .ifPresent(isNullable -> actions.add(alterWord(alter) + (isNullable ? "DROP" : "SET") + " NOT NULL"));
        var identity = alter.changedIdentity();
        if (identity != null) {
            actions.addAll(identityActions(alter, identity));
        }
        return actions;
    }

    /** Returns the words before a new type. */
    protected String typeWord() {
        return "SET DATA TYPE";
    }

    /** Returns the actions that make a column an identity column, or change its identity. */
    protected List<String> identityActions(AlterColumn alter, Identity identity) {
        traits.require(Feature.IDENTITY_COLUMNS, alter.existing().path());
        return List.of(alterWord(alter) + "ADD " + definitions.identityClause(identity));
    }

    /** Returns {@code ALTER COLUMN}, the name of the column and a space. */
    protected final String alterWord(AlterColumn alter) {
        return "ALTER COLUMN " + quote(alter.existing().name()) + " ";
    }

    private String conversion(AlterColumn alter) {
        return alter.conversion().isEmpty() ? "" : " USING " + alter.conversion();
    }

    /** Rejects a conversion expression ({@code USING}) in a change that cannot contain one. */
    protected final void requireNoConversion(AlterColumn alter) {
        if (!alter.conversion().isEmpty()) {
            throw new InvalidStatementException(alter.changedType().isEmpty()
                    ? "The change of column \"" + alter.existing().path()
                            + "\" converts its values but not its type. Set the type, or remove using(...)."
                    : "Dialect \"" + traits.name() + "\" cannot convert the values of column \""
                            + alter.existing().path() + "\" by an expression (USING). Add a column of the new type, "
                            + "fill it by an UPDATE, and drop the old one.");
        }
    }

    /** Rejects a change of the identity of a column. */
    protected final void requireNoIdentity(AlterColumn alter) {
        if (alter.changesIdentity()) {
            throw new InvalidStatementException("Dialect \"" + traits.name() + "\" cannot change whether column \""
                    + alter.existing().path() + "\" is an identity column. Recreate the table and copy its rows.");
        }
    }

    /** Returns the new type of a column. */
    protected final String typeName(AlterColumn alter, SqlType<?> type) {
        try {
            return definitions.renderers.types().render(type);
        } catch (dev.rubedo.error.CompileException e) {
            throw new InvalidStatementException("Column \"" + alter.existing().path() + "\": " + e.getMessage());
        }
    }

    /** Returns the definition of a column as in CREATE TABLE. */
    protected final String columnDefinition(Column<?> column) {
        return definitions.columnDefinition(column);
    }

    /** Returns an identity clause as in CREATE TABLE. */
    protected final String identityClause(Identity identity) {
        return definitions.identityClause(identity);
    }

    /** Returns a default as text. */
    protected final String defaultText(Expression<?> value) {
        return definitions.defaultText(value);
    }

    /** Returns {@code ALTER TABLE}, the name of a table and a space. */
    protected final String alter(Table table) {
        return "ALTER TABLE " + tableName(table) + " ";
    }

    /** Returns the name of a table, qualified with its schema. */
    protected final String tableName(Table table) {
        return definitions.tableName(table);
    }

    /** Returns a name, quoted if necessary. */
    protected final String quote(String name) {
        return traits.quoter().quote(name);
    }

    /** Returns a string literal. */
    protected final String literal(String text) {
        return definitions.renderers.literals().renderString(text);
    }
}
