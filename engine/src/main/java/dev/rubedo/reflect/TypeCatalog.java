package dev.rubedo.reflect;

import dev.rubedo.stability.Spi;
import dev.rubedo.type.SqlType;
import java.util.Optional;

/**
 * The mapping between the types of one database and their names in its catalog. Reflection uses it to read columns, and
 * schema comparison uses it to determine whether two types are the same. SPI. Implementations are immutable.
 */
@Spi
public interface TypeCatalog {

    /**
     * Returns the type of a column. If no portable type is declared identically, the result is a
     * {@link dev.rubedo.type.DialectType} with the name from the catalog, so that the column can be declared again
     * without a change. Its values are those of the nearest portable type.
     *
     * @param name the type as named in the catalog
     */
    SqlType<?> read(ReflectedTypeName name);

    /** Returns the type as this database declares it. */
    String write(SqlType<?> type);

    /** Returns whether both types are the same in the database: {@code DECIMAL(10, 2)} and {@code numeric(10,2)}. */
    boolean same(SqlType<?> one, SqlType<?> other);

    /** Returns a type with a collation; empty for a type that cannot have one. */
    Optional<SqlType<?>> collated(SqlType<?> type, String collation);
}
