package dev.rubedo.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that the database computes from others: {@code GENERATED ALWAYS AS (...)}. The attribute has no setter. Its
 * value is read back by the INSERT if the database has {@code RETURNING}, otherwise on first access, and again after
 * each UPDATE of the row.
 *
 * {@snippet :
 * @Computed("price * quantity")
 * BigDecimal total();
 * }
 *
 * <p>Immutable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Computed {

    /** Returns the expression in SQL, with column names. */
    String value();

    /** Returns whether the database stores the value or computes it on each read. */
    Storage storage() default Storage.DEFAULT;

    /** Whether the value of a computed column is stored. Immutable. */
    enum Storage {
        /** The database's default. */
        DEFAULT,
        /** The value is stored. */
        STORED,
        /** The value is computed on each read. */
        VIRTUAL
    }
}
