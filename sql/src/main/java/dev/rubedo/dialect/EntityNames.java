package dev.rubedo.dialect;

import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.JoinStep;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Reference;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.sql.UnresolvedEntity;
import dev.rubedo.sql.UnresolvedExpression;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Replaces entities and their attributes with tables and columns that have only names, so that a statement about
 * entities can be printed without its mapping. Confined to one thread at a time.
 */
final class EntityNames extends Rewriter {

    /** An entity in place of a table. Immutable. */
    record NamedEntity(UnresolvedEntity<?> entity) implements TableReference {
        @Override
        public String name() {
            return entity.toString();
        }

        @Override
        public String schema() {
            return "";
        }

        @Override
        public List<Reference> references() {
            return List.of();
        }

        @Override
        public List<? extends ColumnReference<?>> columns() {
            return List.of(new NamedAttribute<>(this, "*", Types.UNKNOWN));
        }

        /** Returns the qualifier of its attributes. */
        String reference() {
            var name = name();
            int alias = name.indexOf(" as ");
            return alias < 0 ? name : name.substring(alias + " as ".length());
        }
    }

    /** An attribute in place of a column. Immutable. */
    record NamedAttribute<T extends @Nullable Object>(NamedEntity source, String name,
            SqlType<T> type) implements ColumnReference<T> {
        @Override
        public String toString() {
            return source.reference() + "." + name;
        }
    }

    @Override
    public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
        if (node instanceof UnresolvedExpression<T> attribute) {
            return attribute.entity().attribute(attribute.name()).isPresent() ? named(attribute) : text(attribute);
        }
        return super.expression(node);
    }

    private static <T extends @Nullable Object> NamedAttribute<T> named(UnresolvedExpression<T> attribute) {
        return new NamedAttribute<>(new NamedEntity(attribute.entity()), attribute.name(), attribute.type());
    }

    private static <T extends @Nullable Object> TextFragment<T> text(UnresolvedExpression<T> test) {
        return new TextFragment<>(escaped(test), List.of(), test.type());
    }

    /** A colon does not start a parameter here. */
    private static String escaped(Object named) {
        return named.toString().replace("\\", "\\\\").replace(":", "\\:");
    }

    @Override
    public <T extends @Nullable Object> SettableColumn<T> column(SettableColumn<T> node) {
        return node instanceof UnresolvedExpression<T> attribute ? named(attribute) : super.column(node);
    }

    @Override
    public Projection<?> projection(Projection<?> node) {
        return node instanceof UnresolvedEntity<?> entity ? new NamedEntity(entity) : super.projection(node);
    }

    @Override
    public FromClause from(FromClause node) {
        return node instanceof UnresolvedEntity<?> entity ? new NamedEntity(entity) : super.from(node);
    }

    @Override
    public JoinStep joinStep(JoinStep node) {
        var relationship = node.relationship();
        if (relationship == null) {
            return super.joinStep(node);
        }
        Condition over = new BooleanCondition(new TextFragment<>(escaped(relationship), List.of(), Types.BOOLEAN));
        var more = node.on();
        return new JoinStep(node.left() == null ? null : from(Objects.requireNonNull(node.left())),
                new NamedEntity(relationship.target()), null, node.kind(),
                more == null ? over : Junction.of(Junction.Kind.AND, List.of(over, condition(more))));
    }
}
