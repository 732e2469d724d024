package dev.rubedo.orm.metamodel;

import dev.rubedo.mapping.OnDelete;
import dev.rubedo.type.SqlType;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class ColumnDefinition {

    public static ColumnDefinition of(String name, String column, SqlType<?> type) {
        return new ColumnDefinition();
    }

    public ColumnDefinition primaryKey() {
        return this;
    }

    public ColumnDefinition generated() {
        return this;
    }

    public ColumnDefinition primitive() {
        return this;
    }

    public ColumnDefinition notNull() {
        return this;
    }

    public ColumnDefinition unique() {
        return this;
    }

    public ColumnDefinition index() {
        return this;
    }

    public ColumnDefinition serverVersion() {
        return this;
    }

    public ColumnDefinition updateCascade() {
        return this;
    }

    public ColumnDefinition system() {
        return this;
    }

    public ColumnDefinition version() {
        return this;
    }

    public ColumnDefinition serverDefault(String sql) {
        return this;
    }

    public ColumnDefinition defaultFrom(ValueSource source) {
        return this;
    }

    public ColumnDefinition onUpdateFrom(ValueSource source) {
        return this;
    }

    public ColumnDefinition serverOnUpdate() {
        return this;
    }

    public ColumnDefinition serverGenerated() {
        return this;
    }

    public ColumnDefinition computed(dev.rubedo.schema.Computed definition) {
        return this;
    }

    public ColumnDefinition comment(String text) {
        return this;
    }

    public ColumnDefinition renamedFrom(String name) {
        return this;
    }

    public ColumnDefinition references(String target) {
        return this;
    }

    public ColumnDefinition onDelete(OnDelete action) {
        return this;
    }

    public ColumnDefinition deferred(String group, boolean raises) {
        return this;
    }

    public ColumnDefinition version(java.util.function.Function<Object, ?> next) {
        return this;
    }
}
