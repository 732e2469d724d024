package dev.rubedo.orm.model;

import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.ValueSource;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.NoteKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.sql.Expression;
import dev.rubedo.type.SqlType;
import org.jspecify.annotations.Nullable;

/** Creates the column of an attribute. Immutable. */
final class ColumnMaker {

    private final EntityDefinition<?> entity;
    private final ColumnDefinition definition;
    private final boolean isShared;
    private final ModelNames names;

    /**
     * @param isShared whether the column is in the table of a superclass, where rows of other entities do not have it
     */
    ColumnMaker(EntityDefinition<?> entity, ColumnDefinition definition, boolean isShared, ModelNames names) {
        this.entity = entity;
        this.definition = definition;
        this.isShared = isShared;
        this.names = names;
    }

    /**
     * Creates the column.
     *
     * @param type its type, which a foreign key may have from the column that it refers to
     * @param refersAlone whether its foreign key, if it has one, consists of this column only
     * @param isWholeKey whether the primary key consists of one column
     */
    Column<?> make(SqlType<?> type, boolean refersAlone, boolean isWholeKey) {
        Column<?> column = Column.column(names.column(entity, definition), type);
        if (definition.isPrimaryKey()) {
            column.primaryKey();
            if (isWholeKey || definition.isGenerated()) {
                column.autoincrement(definition.isGenerated());
            }
        } else if (definition.isNullable() || isShared) {
            column.nullable();
        } else {
            column.notNull();
        }
        if (definition.isUnique()) {
            column.unique();
        }
        if (definition.isIndexed()) {
            column.index();
        }
        if (definition.isSystem()) {
            column.system();
        }
        if (!definition.comment().isEmpty()) {
            column.comment(definition.comment());
        }
        if (!definition.renamedFrom().isEmpty()) {
            column.note(NoteKey.RENAMED_FROM, names.column(entity.table(), definition.renamedFrom()));
        }
        values(column);
        String references = definition.references();
        if (references != null && refersAlone) {
            column.references(names.reference(references));
            ReferentialAction action = action(definition);
            if (action != ReferentialAction.DEFAULT) {
                column.onDelete(action);
            }
            if (definition.isUpdateCascade()) {
                column.onKeyUpdate(ReferentialAction.CASCADE);
            }
        }
        return column;
    }

    /** Sets the source of the column's values if a statement does not supply them. */
    private <T> void values(Column<T> column) {
        String serverDefault = definition.serverDefault();
        if (serverDefault != null) {
            column.serverDefault(serverDefault);
        }
        if (definition.computed() != null) {
            column.computed(definition.computed());
        }
        if (definition.isServerGenerated()) {
            column.serverGenerated();
        }
        if (definition.isServerOnUpdate()) {
            column.serverOnUpdate();
        }
        // in a shared table a default would fill the rows of other entities too
        if (!isShared) {
            insertDefault(column, definition.insertDefault());
            updateDefault(column, definition.updateDefault());
        }
    }

    // a source returns values of the attribute's type
    @SuppressWarnings("unchecked")
    private <T> void insertDefault(Column<T> column, @Nullable ValueSource source) {
        switch (source) {
            case null -> {}
            case ValueSource.OfProgram program -> column.defaultValue(() -> (T) program.supplier().get());
            case ValueSource.OfSql sql -> column.defaultValue((Expression<T>) inlined(sql));
        }
    }

    @SuppressWarnings("unchecked")
    private <T> void updateDefault(Column<T> column, @Nullable ValueSource source) {
        switch (source) {
            case null -> {}
            case ValueSource.OfProgram program -> column.onUpdate(() -> (T) program.supplier().get());
            case ValueSource.OfSql sql -> column.onUpdate((Expression<T>) inlined(sql));
        }
    }

    private Expression<?> inlined(ValueSource.OfSql source) {
        return InlinedValues.in(source, entity.name(), definition.name());
    }

    static ReferentialAction action(ColumnDefinition definition) {
        return switch (definition.onDelete()) {
            case NO_ACTION -> ReferentialAction.DEFAULT;
            case RESTRICT -> ReferentialAction.RESTRICT;
            case CASCADE -> ReferentialAction.CASCADE;
            case SET_NULL -> ReferentialAction.SET_NULL;
            case SET_DEFAULT -> ReferentialAction.SET_DEFAULT;
        };
    }
}
