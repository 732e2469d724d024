package dev.rubedo.migrate.source;

import static dev.rubedo.migrate.source.SourceWriter.call;
import static dev.rubedo.migrate.source.SourceWriter.quoted;

import dev.rubedo.type.CustomType;
import dev.rubedo.type.DialectType;
import dev.rubedo.type.Domain;
import dev.rubedo.type.EnumeratedType;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TypeExpression;
import dev.rubedo.type.Types;
import dev.rubedo.type.VariantType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes types as Java, according to their form on one database: classes of the application are not used. Stateless.
 */
final class TypeSource {
    private TypeSource() {}

    static String write(SqlType<?> type, SourceWriter out) {
        return out.item(type, () -> usual(type, out));
    }

    private static String types(String member, SourceWriter out) {
        return out.member(Types.class, member);
    }

    private static String usual(SqlType<?> type, SourceWriter out) {
        return TypeExpression.of(type).map(each -> write(each, out)).orElseGet(() -> special(type, out));
    }

    private static String write(TypeExpression each, SourceWriter out) {
        var arguments = each.arguments().stream().map(argument -> argument(argument, out)).toArray(String[]::new);
        return switch (each.form()) {
            case CONSTANT -> out.member(each.owner(), each.member());
            case CALL -> call(out.member(each.owner(), each.member()), arguments);
            case CONSTRUCTOR -> call("new " + out.name(each.owner()), arguments);
        };
    }

    /** A document is written without its class, because classes of the application are not used. */
    private static String argument(Object argument, SourceWriter out) {
        return switch (argument) {
            case SqlType<?> type -> write(type, out);
            case String text -> quoted(text);
            case Class<?> document -> "Object.class";
            case Object other -> other.toString();
        };
    }

    private static String special(SqlType<?> type, SourceWriter out) {
        return switch (type) {
            case EnumeratedType<?> t -> labels(t, out);
            case VariantType<?> t -> variants(t, out);
            case RenamedType<?> t -> {
                var domain = t.domain();
                yield domain == null ? exact(t.sqlName(), t.values(), out) : domain(domain, out);
            }
            case DialectType<?> t -> exact(out.dialect().typeName(t), Types.TEXT, out);
            case CustomType<?, ?> t -> write(t.storage(), out);
            case SqlType<?> t -> throw new IllegalArgumentException(t.toString());
        };
    }

    /**
     * With its variants, so that a revision that was generated on one database creates the same columns on the others.
     * A type that only one dialect can name is written only for the dialect of the revision.
     */
    private static String variants(VariantType<?> type, SourceWriter out) {
        if (!isPortable(type.base()) || !type.variants().values().stream().allMatch(TypeSource::isPortable)) {
            return write(type.forDialect(out.dialect().name()), out);
        }
        var text = new StringBuilder(write(type.base(), out));
        new TreeMap<>(type.variants()).forEach((dialect, variant) -> text.append(".on(").append(quoted(dialect))
                .append(", ").append(write(variant, out)).append(')'));
        return text.toString();
    }

    /** Returns whether a type can be written without its dialect. */
    private static boolean isPortable(SqlType<?> type) {
        return type instanceof RenamedType<?> renamed ? renamed.domain() == null && isPortable(renamed.values())
                : TypeExpression.of(type).isPresent();
    }

    private static String exact(String name, SqlType<?> values, SourceWriter out) {
        return call(types("exact", out), quoted(name), write(values, out));
    }

    /** With all parts, so that the domain is created before what needs it. */
    private static String domain(Domain<?> domain, SourceWriter out) {
        return "new " + out.name(Domain.class) + "<>(" + out.name(Set.class) + ".of("
                + quoted(domain.dialects().stream().sorted().toList()) + "), " + quoted(domain.name()) + ", "
                + write(domain.base(), out) + ", " + quoted(domain.defaultSql()) + ", " + domain.isNotNull() + ", "
                + quoted(domain.check()) + ").type()";
    }

    /** An enumeration without a check is written as the string that it is stored as. */
    private static String labels(EnumeratedType<?> type, SourceWriter out) {
        if (!type.isNative() && !type.isChecked()) {
            return write(Types.string(type.length()), out);
        }
        var parts = new ArrayList<>(List.of(quoted(type.name()), quoted(type.labels())));
        var plain = call(types("labels", out), parts.toArray(String[]::new));
        var schema = type.schema().isEmpty() ? "" : ".inSchema(" + quoted(type.schema()) + ")";
        var length = type.length() == Types.labels(type.name(), type.labels().toArray(String[]::new)).length()
                ? ""
                : ".withLength(" + type.length() + ")";
        return plain + schema + length + (!type.isNative() ? ".asText()" : type.isChecked() ? "" : ".unchecked()");
    }
}
