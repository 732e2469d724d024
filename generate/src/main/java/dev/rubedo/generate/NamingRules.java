package dev.rubedo.generate;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Table;

/**
 * The rules for Java names in generated code. Each method has a default; override those that should differ. A name that
 * is not a Java identifier, is a keyword, or is already taken is changed: characters that are not allowed are dropped,
 * and a number is appended.
 *
 * <p>Implementations must be pure functions, so that generating again yields the same code.
 *
 * <p>Confined to one thread at a time.
 */
public interface NamingRules {
    /** Returns the rules with all defaults. */
    static NamingRules standard() {
        return new NamingRules() {};
    }

    /**
     * Returns the name of an entity; by default the singular of the table's name in camel case: {@code OrderItem} for
     * {@code order_items}.
     *
     * @param table the table
     */
    default String entityName(Table table) {
        return Words.capitalized(Words.singular(Words.camelCase(table.name())));
    }

    /**
     * Returns the name of a subclass of {@code Table}; by default the plural of the table's name in camel case:
     * {@code OrderItems} for {@code order_item}.
     *
     * @param table the table
     */
    default String tableName(Table table) {
        return Words.capitalized(Words.plural(Words.singular(Words.camelCase(table.name()))));
    }

    /**
     * Returns the package of a table's classes below the package of the generated code, such as {@code billing}; empty,
     * the default, for that package itself.
     *
     * @param table the table
     */
    default String subpackage(Table table) {
        return "";
    }

    /**
     * Returns the name of an attribute or of a field of a table; by default the column's name in camel case:
     * {@code unitPrice} for {@code unit_price} and {@code UnitPrice}.
     *
     * @param column the column
     */
    default String attributeName(Column<?> column) {
        return Words.camelCase(column.name());
    }

    /**
     * Returns the name of a relationship to the row that a foreign key refers to. By default it is the name of its
     * column without {@code id}: {@code artist} for {@code artist_id}. Otherwise it is the name of the referenced
     * entity, preceded by the name of the column in a reference to the same table: {@code reportsToEmployee}.
     *
     * @param key the foreign key
     * @param target the entity that it refers to
     */
    default String toOneName(ForeignKey key, String target) {
        var names = key.columnNames();
        var column = names.size() == 1 ? Words.camelCase(names.get(0)) : "";
        var base = Words.withoutId(column);
        return !base.isEmpty() ? base
                : key.target().equals(key.table()) ? Words.decapitalized(column + target) : Words.decapitalized(target);
    }

    /**
     * Returns the name of the inverse of a foreign key: a collection of the rows that refer to this one, or the only
     * such row; by default the plural or singular of the referring entity. If that would be ambiguous, the role of the
     * key is added: {@code invoicesByBillingAddress}, {@code employeesByReportsTo}.
     *
     * @param key the foreign key
     * @param source the entity that has it
     * @param isMany whether it is a collection
     * @param isOnly whether this is the only relationship between two different entities
     */
    default String inverseName(ForeignKey key, String source, boolean isMany, boolean isOnly) {
        var name = Words.decapitalized(isMany ? Words.plural(source) : source);
        return isOnly ? name : name + "By" + Words.role(key);
    }

    /**
     * Returns the name of a many-to-many relationship; by default the plural of the entity on the other side. If
     * several paths lead to it, the role of the key is added: {@code usersByFollower}.
     *
     * @param far the foreign key of the join table to the other side
     * @param target the entity on the other side
     * @param isOnly whether this is the only relationship between the two entities
     */
    default String manyToManyName(ForeignKey far, String target, boolean isOnly) {
        var name = Words.decapitalized(Words.plural(target));
        return isOnly ? name : name + "By" + Words.role(far);
    }

    /**
     * Returns the name of the enum for an enumeration type of the database; by default that of the type in camel case, or
     * of the table and the column if the type has no name.
     *
     * @param typeName the name of the type; empty if the database has no names for them
     * @param column the first column of the type
     */
    default String enumName(String typeName, Column<?> column) {
        return typeName.isEmpty()
                ? entityName(column.table()) + Words.capitalized(attributeName(column))
                : Words.capitalized(Words.camelCase(typeName));
    }
}
