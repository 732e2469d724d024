package dev.rubedo.reflect;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A type catalog that identifies types by name. Subclasses for a database override {@link #own} for the types that only
 * it has, {@link #plainName} for synonyms among their names, and {@link #marker} for parameters of types without a
 * class. Immutable.
 */
public class NamedTypeCatalog implements TypeCatalog {

    private static final Pattern OUTSIDE_QUOTES = Pattern.compile("[^'\"]+|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");

    private final Dialect dialect;
    private final Set<String> dialects;

    /**
     * Creates a catalog.
     *
     * @param dialect renders the names
     * @param dialects the names of the dialects that have the types
     */
    public NamedTypeCatalog(Dialect dialect, Set<String> dialects) {
        this.dialect = dialect;
        this.dialects = Set.copyOf(dialects);
    }

    @Override
    public final SqlType<?> read(ReflectedTypeName name) {
        if (name.text().isBlank()) {
            return Types.UNKNOWN;
        }
        if (name.text().endsWith("[]")) {
            return new ArrayType<>(read(new ReflectedTypeName(name.text().substring(0, name.text().length() - 2),
                    name.name(), name.schema(), name.labels(), name.base())));
        }
        if (!name.labels().isEmpty()) {
            return new LabelType(name.name(), name.schema(), name.labels());
        }
        if (!name.base().isEmpty()) {
            return renamed(name.text(), read(ReflectedTypeName.of(name.base())));
        }
        SqlType<?> near = own(name).or(() -> TypeNames.find(name.text())).orElse(Types.UNKNOWN);
        return near != Types.UNKNOWN && isDeclared(near, name.text()) ? near : renamed(name.text(), near);
    }

    private <T> SqlType<T> renamed(String name, SqlType<T> values) {
        return new RenamedType<>(dialects, name, values, marker(name));
    }

    private boolean isDeclared(SqlType<?> type, String name) {
        return canonical(write(type)).equals(canonical(name));
    }

    @Override
    public final String write(SqlType<?> type) {
        return dialect.typeName(type);
    }

    @Override
    public final boolean same(SqlType<?> one, SqlType<?> other) {
        var left = bare(one);
        var right = bare(other);
        if (left instanceof ArrayType<?> array && right instanceof ArrayType<?> otherArray) {
            return same(array.element(), otherArray.element());
        }
        if (left instanceof EnumeratedType<?> enumeration && right instanceof EnumeratedType<?> otherEnumeration
                && !enumeration.labels().equals(otherEnumeration.labels())) {
            return false;
        }
        return canonical(write(left)).equals(canonical(write(right)));
    }

    @Override
    public final Optional<SqlType<?>> collated(SqlType<?> type, String collation) {
        return switch (type) {
            case StringType string -> Optional.of(string.withCollation(collation));
            case TextType text -> Optional.of(text.withCollation(collation));
            case RenamedType<?> renamed -> Optional.of(withName(renamed, renamed.sqlName() + clause(collation)));
            default -> Optional.empty();
        };
    }

    private static <T> SqlType<T> withName(RenamedType<T> type, String name) {
        return new RenamedType<>(type.dialects(), name, type.values(), type.marker());
    }

    private String clause(String collation) {
        return write(new TextType(collation)).substring(write(new TextType("")).length());
    }

    private SqlType<?> bare(SqlType<?> type) {
        var resolved = type.forDialect(dialect.name());
        return resolved instanceof CustomType<?, ?> custom ? bare(custom.storage()) : resolved;
    }

    /** Returns the canonical form of a name, which is the same for all names of a type. */
    private String canonical(String name) {
        var text = new StringBuilder();
        var parts = OUTSIDE_QUOTES.matcher(name);
        while (parts.find()) {
            var part = parts.group();
            text.append(part.startsWith("'") || part.startsWith("\"") ? part
                    : part.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll(" ?([(),]) ?", "$1"));
        }
        return plainName(text.toString().strip());
    }

    /**
     * Returns the canonical name among synonyms; by default the name itself.
     *
     * @param name a name in lower case, with spaces normalized
     */
    protected String plainName(String name) {
        return name;
    }

    /** Returns the nearest type for a database-specific name; empty by default. */
    protected Optional<SqlType<?>> own(ReflectedTypeName name) {
        return Optional.empty();
    }

    /** Returns the SQL of a parameter of a type without a class; a plain marker by default. */
    protected String marker(String typeName) {
        return "?";
    }
}
