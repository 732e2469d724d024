package dev.rubedo.sql;

/**
 * The way in which the columns of a query are named. In every style, explicit labels ({@code as("total")}) are kept,
 * and expressions without a name get a generated one. Immutable.
 */
public enum LabelStyle {

    /** A column has its own name; a second column with this name is numbered: {@code id}, {@code id_1}. The default. */
    DISAMBIGUATE,

    /**
     * A column is named after its table and itself: {@code users_id}, {@code addresses_id}. The schema of the table
     * precedes it.
     */
    TABLE_AND_COLUMN,

    /** A column has its own name, even if there are several with the same. They can be read by position and by column. */
    NONE;

    /** Returns the style of a statement. */
    public static LabelStyle of(Statement<?> statement) {
        return switch (statement) {
            case Select<?> select -> select.labelStyle();
            case CompoundSelect<?> compound -> of(compound.queries().get(0));
            default -> DISAMBIGUATE;
        };
    }

    /** Returns the name by which an enclosing query finds a column; empty if it has none. */
    String nameOf(Expression<?> expression) {
        var name = ColumnNames.of(expression);
        return this == TABLE_AND_COLUMN && expression instanceof ColumnReference<?> column
                ? tableNameOf(column.source()) + '_' + name : name;
    }

    /** Returns the prefix of the labels of a source's columns. */
    private static String tableNameOf(RowSource source) {
        return source instanceof TableReference table && table.alias().isEmpty() ? tableNameOf(table) : source.label();
    }

    /** Returns the prefix of the labels of a table's columns: its schema, if it has one, and its name. */
    public static String tableNameOf(TableReference table) {
        return table.schema().isEmpty() ? table.name() : table.schema().replace('.', '_') + '_' + table.name();
    }
}
