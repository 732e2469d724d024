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

/** Writes types as Java, by what they are on one database: classes of the application do not occur. Stateless. */
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

    /** A document has no class: those of the application do not occur. */
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
            case VariantType<?> t -> write(t.forDialect(out.dialect().name()), out);
            case RenamedType<?> t -> {
                var domain = t.domain();
                yield domain == null ? exact(t.sqlName(), t.values(), out) : domain(domain, out);
            }
            case DialectType<?> t -> exact(out.dialect().typeName(t), Types.TEXT, out);
            case CustomType<?, ?> t -> write(t.storage(), out);
            case SqlType<?> t -> throw new IllegalArgumentException(t.toString());
        };
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

    /** An enumeration that is longer than its labels, where it is a string, is a string; its check is written apart. */
    private static String labels(EnumeratedType<?> type, SourceWriter out) {
        var parts = new ArrayList<>(List.of(quoted(type.name()), quoted(type.labels())));
        var plain = call(types("labels", out), parts.toArray(String[]::new));
        var schema = type.schema().isEmpty() ? "" : ".inSchema(" + quoted(type.schema()) + ")";
        return plain + schema + (type.isNative() ? "" : type.isChecked() ? ".asText()" : ".asString()");
    }
}
