package dev.rubedo.dialect.sqlite;

import dev.rubedo.reflect.NamedTypeCatalog;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.reflect.TypeNames;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The types of SQLite, which stores each name as it was written. A name that is not known is read according to its
 * affinity. Two spellings of a type are different types here, because INT and INTEGER differ as keys. Immutable.
 */
final class SqliteTypeCatalog extends NamedTypeCatalog {

    static final SqliteTypeCatalog INSTANCE = new SqliteTypeCatalog();

    private SqliteTypeCatalog() {
        super(new SqliteDialect(), Set.of("sqlite"));
    }

    @Override
    protected Optional<SqlType<?>> own(ReflectedTypeName name) {
        return TypeNames.find(name.text()).or(() -> Optional.of(byAffinity(name.text().toUpperCase(Locale.ROOT))));
    }

    private static SqlType<?> byAffinity(String name) {
        if (name.equals("JSON")) {
            return Types.json(Object.class);
        } else if (name.contains("INT")) {
            return Types.BIGINT;
        } else if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
            return Types.TEXT;
        } else if (name.contains("BLOB")) {
            return Types.BINARY;
        } else if (name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB")) {
            return Types.DOUBLE;
        }
        return Types.UNKNOWN;
    }
}
