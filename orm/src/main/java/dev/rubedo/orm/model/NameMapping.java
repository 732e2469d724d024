package dev.rubedo.orm.model;

import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A translation of the names in a mapping to the names in a database, for all tables and columns of a model: those that
 * are derived from classes and attributes, and those that annotations specify. Foreign keys, join tables, indexes and
 * unique constraints are adapted. SQL text in annotations, such as that of {@code @Check}, is not translated.
 *
 * <p>Implementations must always return the same name for the same arguments, and different names for different tables
 * and for different columns of one table. Thread-safe.
 */
public interface NameMapping {

    /** The mapping that changes nothing. */
    NameMapping SAME = of(name -> name, name -> name);

    /** Column and table names in upper case: {@code UNIT_PRICE}. */
    NameMapping UPPER_CASE = of(NameMapping::upper, NameMapping::upper);

    /** Column and table names as Java writes attributes: {@code unitPrice} for {@code unit_price}. */
    NameMapping CAMEL_CASE = of(NameMapping::camel, NameMapping::camel);

    /**
     * Returns the name of a table in the database, without its schema.
     *
     * @param table the name in the mapping: by default {@code order_item} for a class {@code OrderItem}
     */
    String table(String table);

    /**
     * Returns the name of a column in the database.
     *
     * @param table the name of its table in the mapping
     * @param column the name in the mapping: by default {@code unit_price} for an attribute {@code unitPrice}
     */
    String column(String table, String column);

    /** Returns a mapping that translates tables and columns by these functions. */
    static NameMapping of(UnaryOperator<String> tables, UnaryOperator<String> columns) {
        Objects.requireNonNull(tables, "tables");
        Objects.requireNonNull(columns, "columns");
        return new NameMapping() {
            @Override
            public String table(String table) {
                return tables.apply(table);
            }

            @Override
            public String column(String table, String column) {
                return columns.apply(column);
            }
        };
    }

    /** Returns this mapping with a prefix before the name of each table. */
    default NameMapping withTablePrefix(String prefix) {
        NameMapping names = this;
        return new NameMapping() {
            @Override
            public String table(String table) {
                return prefix + names.table(table);
            }

            @Override
            public String column(String table, String column) {
                return names.column(table, column);
            }
        };
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        boolean isNext = false;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter == '_' && i > 0) {
                isNext = true;
            } else {
                camel.append(isNext ? Character.toUpperCase(letter) : letter);
                isNext = false;
            }
        }
        return camel.toString();
    }
}
