package dev.rubedo.dialect.h2;

import dev.rubedo.reflect.NamedTypeCatalog;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.Optional;
import java.util.Set;

/** The types of H2 by the names in its INFORMATION_SCHEMA. Immutable. */
final class H2TypeCatalog extends NamedTypeCatalog {

    static final H2TypeCatalog INSTANCE = new H2TypeCatalog();

    private H2TypeCatalog() {
        super(new H2Dialect(), Set.of("h2"));
    }

    @Override
    protected Optional<SqlType<?>> own(ReflectedTypeName name) {
        if (name.text().startsWith("INTERVAL DAY")) {
            return Optional.of(Types.INTERVAL);
        }
        if (name.text().startsWith("VARCHAR_IGNORECASE")) {
            return Optional.of(Types.STRING);
        }
        return name.text().equals("JSON") ? Optional.of(Types.json(Object.class)) : Optional.empty();
    }

    @Override
    protected String plainName(String name) {
        int arguments = name.indexOf('(');
        var base = arguments < 0 ? name : name.substring(0, arguments) + name.substring(name.indexOf(')') + 1);
        var size = arguments < 0 ? "" : name.substring(arguments, name.indexOf(')') + 1);
        return switch (base) {
            case "int" -> "integer";
            case "bool" -> "boolean";
            case "decimal", "dec" -> "numeric" + size;
            case "varchar" -> "character varying" + size;
            case "char", "character" -> "character" + (size.isEmpty() ? "(1)" : size);
            case "varbinary" -> "binary varying" + size;
            case "text", "clob", "character large object" -> "text";
            case "blob", "binary large object" -> "blob";
            case "time", "timestamp", "time with time zone", "timestamp with time zone" ->
                base + (size.equals("(6)") ? "" : size);
            default -> base.startsWith("interval day") ? "interval day" : base + size;
        };
    }
}
