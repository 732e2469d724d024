package dev.rubedo.reflect;

import dev.rubedo.stability.Spi;
import dev.rubedo.type.SqlType;

/**
 * The types of one database by the names that its catalog has for them, in both directions. Reflection reads columns
 * with it, and a comparison of schemas asks it whether two types are the same. SPI. Implementations are immutable.
 */
@Spi
public interface TypeCatalog {

    /**
     * Returns the type of a column. A type that no portable type declares alike becomes a
     * {@link dev.rubedo.type.DialectType} with the name of the catalog, so that it can be declared again without a
     * change; its values are those of the nearest portable type.
     *
     * @param name the type as the catalog names it
     */
    SqlType<?> read(ReflectedTypeName name);

    /** Returns the type as this database declares it. */
    String write(SqlType<?> type);

    /** Returns whether the database makes the same type of both: {@code DECIMAL(10, 2)} and {@code numeric(10,2)}. */
    boolean same(SqlType<?> one, SqlType<?> other);
}
