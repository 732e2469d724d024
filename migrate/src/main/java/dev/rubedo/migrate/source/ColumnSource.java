package dev.rubedo.migrate.source;

import static dev.rubedo.migrate.source.SourceWriter.number;
import static dev.rubedo.migrate.source.SourceWriter.quoted;

import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.ColumnChange;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.Sequence;
import dev.rubedo.type.TypeFamily;
import java.util.List;

/** Writes columns, their changes, identities and sequences as Java. Stateless. */
final class ColumnSource {
    private ColumnSource() {}

    /** Writes a column of a table, which determines the default of autoincrement. */
    static String write(ColumnSnapshot column, TableSnapshot table, SourceWriter out) {
        return write(column, isSurprising(column, table), isPlainKey(table, column.name()), out);
    }

    /** Writes a column that is added to a table. */
    static String write(ColumnSnapshot column, SourceWriter out) {
        return write(column, Boolean.TRUE.equals(column.autoincrement()), false, out);
    }

    /** Returns whether a column alone is the primary key, and the key has neither a name nor options. */
    static boolean isPlainKey(TableSnapshot table, String column) {
        var key = table.primaryKey();
        return key.isPresent() && key.get().equals(PrimaryKey.on(column));
    }

    /**
     * Returns whether autoincrement differs from its default: a single integer key without it, or another column with
     * it.
     */
    private static boolean isSurprising(ColumnSnapshot column, TableSnapshot table) {
        var key = table.primaryKey();
        boolean isUsual = key.isPresent() && key.get().columnNames().equals(List.of(column.name()))
                && column.type().family() == TypeFamily.INTEGER && column.serverDefault() == null
                && table.foreignKeys().stream().noneMatch(each -> each.columns().contains(column.name()));
        return column.autoincrement() != null && column.autoincrement() != isUsual;
    }

    private static String write(ColumnSnapshot column, boolean tellsCounting, boolean isKey,
            SourceWriter out) {
        return out.item(column, () -> {
            var text = new StringBuilder(out.member(Column.class, "column")).append('(')
                    .append(quoted(column.name())).append(", ").append(TypeSource.write(column.type(), out))
                    .append(')')
                    .append(isKey ? ".primaryKey()" : column.isNullable() ? "" : ".notNull()");
            var value = column.serverDefault();
            if (value != null) {
                text.append(".serverDefault(").append(out.sql(value)).append(')');
            }
            var computed = column.computed();
            if (computed != null) {
                text.append(computed(computed));
            }
            var identity = column.identity();
            if (identity != null) {
                text.append(".identity(").append(identity(identity, out)).append(')');
            }
            if (tellsCounting) {
                text.append(".autoincrement(").append(column.autoincrement()).append(')');
            }
            var sequence = column.sequence();
            if (sequence != null) {
                text.append(".sequence(").append(sequence(sequence, out)).append(')');
            }
            if (!column.comment().isEmpty()) {
                text.append(".comment(").append(quoted(column.comment())).append(')');
            }
            column.checks().forEach(
                    check -> text.append(".check(").append(ConstraintSource.check(check, out)).append(')'));
            return text.toString();
        });
    }

    private static String computed(Computed computed) {
        return ".computed(" + quoted(computed.sql()) + switch (computed.storage()) {
            case DEFAULT -> ")";
            case STORED -> ", true)";
            case VIRTUAL -> ", false)";
        };
    }

    static String identity(Identity identity, SourceWriter out) {
        return "new " + out.name(Identity.class) + "(" + identity.isAlways() + ", " + identity.start() + ", "
                + identity.increment() + ")"
                + (identity.minimum() == null && identity.maximum() == null ? ""
                        : ".between(" + number(identity.minimum()) + ", " + number(identity.maximum()) + ")")
                + (identity.isCycling() ? ".cycling()" : "")
                + (identity.cache() == null ? "" : ".caching(" + identity.cache() + ")")
                + (identity.isOnNull() ? ".onNull()" : "");
    }

    static String sequence(Sequence sequence, SourceWriter out) {
        var text = new StringBuilder(out.name(Sequence.class));
        if (sequence.start() == null && sequence.increment() == null) {
            text.append(".of(").append(quoted(sequence.name())).append(')');
        } else if (sequence.start() != null && sequence.increment() != null) {
            text.append(".of(").append(quoted(sequence.name())).append(").from(").append(sequence.start())
                    .append(", ").append(sequence.increment()).append(')');
        } else {
            return "new " + text + "(" + quoted(sequence.name()) + ", " + quoted(sequence.schema()) + ", "
                    + number(sequence.start()) + ", " + number(sequence.increment()) + ", "
                    + number(sequence.minimum()) + ", " + number(sequence.maximum()) + ", " + sequence.isCycling()
                    + ", " + number(sequence.cache()) + ", "
                    + (sequence.dataType() == null ? "null" : TypeSource.write(sequence.dataType(), out)) + ", "
                    + sequence.isOrdered() + ")";
        }
        text.append(sequence.schema().isEmpty() ? "" : ".inSchema(" + quoted(sequence.schema()) + ")");
        if (sequence.minimum() != null || sequence.maximum() != null) {
            text.append(".between(").append(number(sequence.minimum())).append(", ")
                    .append(number(sequence.maximum())).append(')');
        }
        text.append(sequence.isCycling() ? ".cycling()" : "")
                .append(sequence.cache() == null ? "" : ".caching(" + sequence.cache() + ")");
        var type = sequence.dataType();
        text.append(type == null ? "" : ".ofType(" + TypeSource.write(type, out) + ")");
        return text.append(sequence.isOrdered() ? ".ordered()" : "").toString();
    }

    /** Writes the lambda of a change: the change itself, and the values needed to repeat and undo it. */
    static String change(AlterColumnOperation alter, SourceWriter out) {
        var change = alter.change();
        var text = new StringBuilder("c -> c");
        if (change.name() != null) {
            text.append(".rename(").append(quoted(change.name())).append(')');
        }
        text.append(properties(change, "", out));
        if (!alter.using().isEmpty()) {
            text.append(".using(").append(quoted(alter.using())).append(')');
        }
        return text + properties(needed(alter), "existing", out);
    }

    /** A previous value that the column does not have matters only if it changes. */
    private static ColumnChange needed(AlterColumnOperation alter) {
        var known = alter.existing();
        var change = alter.change();
        var value = known.serverDefault();
        var identity = known.identity();
        boolean isDefaultNeeded = value != null && (value.to() != null || change.serverDefault() != null);
        boolean isIdentityNeeded = identity != null && (identity.to() != null || change.identity() != null);
        boolean isCommentNeeded = known.comment() != null
                && (!known.comment().isEmpty() || change.comment() != null);
        return new ColumnChange(null, known.type(), known.isNullable(), isDefaultNeeded ? value : null,
                isIdentityNeeded ? identity : null, known.autoincrement(), isCommentNeeded ? known.comment() : null);
    }

    private static String properties(ColumnChange change, String prefix, SourceWriter out) {
        var text = new StringBuilder();
        if (change.type() != null) {
            text.append(method(prefix, "type")).append(TypeSource.write(change.type(), out)).append(')');
        }
        if (change.isNullable() != null) {
            text.append(method(prefix, change.isNullable() ? "nullable" : "notNull")).append(')');
        }
        var value = change.serverDefault();
        if (value != null) {
            text.append(value.to() == null ? none(prefix, "ServerDefault")
                    : method(prefix, "serverDefault") + out.sql(value.to()) + ")");
        }
        var identity = change.identity();
        if (identity != null) {
            text.append(identity.to() == null ? none(prefix, "Identity")
                    : method(prefix, "identity") + identity(identity.to(), out) + ")");
        }
        if (change.autoincrement() != null) {
            text.append(method(prefix, "autoincrement")).append(change.autoincrement()).append(')');
        }
        var comment = change.comment();
        if (comment != null) {
            text.append(comment.isEmpty() && prefix.isEmpty() ? ".dropComment()"
                    : method(prefix, "comment") + quoted(comment) + ")");
        }
        return text.toString();
    }

    private static String method(String prefix, String name) {
        return "." + (prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1))
                + "(";
    }

    private static String none(String prefix, String property) {
        return prefix.isEmpty() ? ".drop" + property + "()" : "." + prefix + "No" + property + "()";
    }
}
