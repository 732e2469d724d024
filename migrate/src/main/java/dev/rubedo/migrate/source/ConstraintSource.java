package dev.rubedo.migrate.source;

import static dev.rubedo.migrate.source.SourceWriter.quoted;

import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.ForeignKeyMatch;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Ordered;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes constraints and indexes as Java. Stateless. */
final class ConstraintSource {
    private ConstraintSource() {}

    static String write(ConstraintSnapshot constraint, SourceWriter out) {
        return out.item(constraint, () -> switch (constraint) {
            case ConstraintSnapshot.Primary c -> out.name(PrimaryKey.class) + ".on(" + quoted(c.columns()) + ")"
                    + named(c.name()) + when(c.key().deferrability(), out) + details(c.key().details());
            case ConstraintSnapshot.Unique c -> out.name(UniqueConstraint.class) + ".on(" + quoted(c.columns()) + ")"
                    + named(c.name()) + when(c.unique().deferrability(), out) + details(c.unique().details());
            case ConstraintSnapshot.Check c -> check(c.check(), out);
            case ConstraintSnapshot.Exclusion c -> exclusion(c.exclusion(), out);
            case ForeignKeySnapshot c -> foreignKey(c, out);
        });
    }

    static String check(CheckConstraint check, SourceWriter out) {
        return out.name(CheckConstraint.class) + ".of(" + out.sql(check.condition()) + ")" + named(check.name())
                + when(check.deferrability(), out) + details(check.details());
    }

    private static String exclusion(ExclusionConstraint exclusion, SourceWriter out) {
        var text = new StringBuilder(out.name(ExclusionConstraint.class));
        if (!exclusion.definition().isEmpty()) {
            text.append(".of(").append(quoted(exclusion.definition())).append(')');
        } else {
            text.append(".using(").append(quoted(exclusion.method())).append(')');
            for (var element : exclusion.elements()) {
                var term = element.term() instanceof Column<?> column ? quoted(column.name())
                        : text(out.sql(element.term()), "UNKNOWN", out);
                text.append(".with(").append(term).append(", ").append(quoted(element.operator())).append(')');
            }
            if (exclusion.condition() != NoCondition.NONE) {
                text.append(".where(").append(condition(out.sql(exclusion.condition()), out)).append(')');
            }
        }
        return text + named(exclusion.name()) + when(exclusion.deferrability(), out)
                + details(exclusion.details());
    }

    private static String text(String sql, String type, SourceWriter out) {
        return out.name(Sql.class) + ".text(" + sql + ", " + out.member(Types.class, type) + ")";
    }

    private static String condition(String sql, SourceWriter out) {
        return out.name(Sql.class) + ".condition(" + text(sql, "BOOLEAN", out) + ")";
    }

    private static String foreignKey(ForeignKeySnapshot key, SourceWriter out) {
        var targets = new ArrayList<String>();
        for (var column : key.targetColumns()) {
            if (column.contains(".") || key.target().name().contains(".")) {
                throw new MigrationException("The foreign key of " + key.columns() + " cannot be written as Java: \""
                        + key.target() + "\".\"" + column + "\" contains a dot. Write the revision by hand.");
            }
            targets.add(key.target() + "." + column);
        }
        return out.name(ForeignKey.class) + ".on(" + quoted(key.columns()) + ").references(" + quoted(targets) + ")"
                + named(key.name()) + actions(key, out);
    }

    /** Returns the options of a foreign key: everything but its name, columns and target. */
    static String actions(ForeignKeySnapshot key, SourceWriter out) {
        return action(".onDelete(", key.onDelete(), out) + action(".onUpdate(", key.onUpdate(), out)
                + when(key.deferrability(), out)
                + (key.match() == ForeignKeyMatch.DEFAULT ? "" : ".match(" + out.constant(key.match()) + ")")
                + details(key.details());
    }

    private static String action(String words, ReferentialAction action, SourceWriter out) {
        return action == ReferentialAction.DEFAULT ? "" : words + out.constant(action) + ")";
    }

    private static String named(String name) {
        return name.isEmpty() ? "" : ".named(" + quoted(name) + ")";
    }

    private static String when(Deferrability when, SourceWriter out) {
        return when == Deferrability.DEFAULT ? "" : ".deferrable(" + out.constant(when) + ")";
    }

    private static String details(ConstraintDetails details) {
        var text = new StringBuilder(options(details.options()));
        if (!details.comment().isEmpty()) {
            text.append(".comment(").append(quoted(details.comment())).append(')');
        }
        if (!details.dialects().isEmpty()) {
            text.append(".onlyOn(").append(quoted(details.dialects())).append(')');
        }
        return text.toString();
    }

    private static String options(Map<String, String> options) {
        var text = new StringBuilder();
        options.forEach((name, value) -> text.append(".option(").append(quoted(
                List.of(name.substring(0, name.indexOf('.')), name.substring(name.indexOf('.') + 1), value)))
                .append(')'));
        return text.toString();
    }

    static String index(IndexSnapshot index, SourceWriter out) {
        return out.item(index, () -> out.name(Index.class) + ".on(" + terms(index, out) + ").named("
                + quoted(index.name()) + ")" + (index.isUnique() ? ".unique()" : "")
                + (index.condition() == NoCondition.NONE ? ""
                        : ".where(" + condition(out.sql(index.condition()), out) + ")")
                + (index.including().isEmpty() ? "" : ".including(" + quoted(index.including()) + ")")
                + (index.method().isEmpty() ? "" : ".using(" + quoted(index.method()) + ")")
                + options(index.options()));
    }

    private static String terms(IndexSnapshot index, SourceWriter out) {
        if (isPlain(index)) {
            return quoted(index.columns());
        }
        return String.join(", ", index.terms().stream().map(term -> term(term, out)).toList());
    }

    /** Returns whether an index has only columns and no options. */
    static boolean isPlain(IndexSnapshot index) {
        return index.terms().stream().allMatch(term -> term.expression() == null
                && term.direction() == Ordered.Direction.DEFAULT && term.nulls() == Ordered.Nulls.DEFAULT);
    }

    private static String term(IndexSnapshot.Term term, SourceWriter out) {
        var expression = term.expression();
        var plain = expression != null ? text(out.sql(expression), "UNKNOWN", out)
                : out.member(Column.class, "column") + "(" + quoted(term.column()) + ", "
                        + out.member(Types.class, "UNKNOWN") + ")";
        var direction = switch (term.direction()) {
            case DEFAULT -> term.nulls() == Ordered.Nulls.DEFAULT ? "" : ".asc()";
            case ASCENDING -> ".asc()";
            case DESCENDING -> ".desc()";
        };
        return plain + direction + switch (term.nulls()) {
            case DEFAULT -> "";
            case FIRST -> ".nullsFirst()";
            case LAST -> ".nullsLast()";
        };
    }
}
