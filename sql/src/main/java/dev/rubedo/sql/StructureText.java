package dev.rubedo.sql;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A description of the components of a tree as text, for trees that are not SQL: {@code Comparison(EQ, users.id, ?)}.
 * Values are not shown. Confined to one thread at a time.
 */
final class StructureText extends Structure {
    private static final int DEEPEST = 20;

    private final StringJoiner text;
    private final int depth;

    private StructureText(Node node, int depth) {
        this.text = new StringJoiner(", ", node.getClass().getSimpleName() + "(", ")");
        this.depth = depth;
    }

    static String of(Node node) {
        return of(node, 0);
    }

    private static String of(Node node, int depth) {
        if (node instanceof TableReference table) {
            return table.label();
        }
        if (node instanceof ColumnReference<?> column) {
            return column.source().label() + "." + column.name();
        }
        if (node instanceof UnresolvedEntity<?> || node instanceof UnresolvedExpression<?>) {
            return node.toString();
        }
        if (depth == DEEPEST) {
            return "...";
        }
        var structure = new StructureText(node, depth + 1);
        node.describe(structure);
        return structure.text.toString();
    }

    private void add(Node node) {
        text.add(of(node, depth));
    }

    @Override
    public void part(Object constant) {
        if (!(constant instanceof Boolean) && !(constant instanceof Integer)) {
            text.add(constant.toString());
        }
    }

    @Override
    public void value(Object owner, @Nullable Object value, boolean isRequired) {
        text.add("?");
    }

    @Override
    public void owner(RowSource source) {
        text.add(source.label());
    }

    @Override
    public void expression(Expression<?> node) {
        add(node);
    }

    @Override
    public void projection(Projection<?> node) {
        add(node);
    }

    @Override
    public void term(OrderTerm node) {
        add(node);
    }

    @Override
    public void from(FromClause node) {
        add(node);
    }

    @Override
    public void statement(Statement<?> node) {
        add(node);
    }

    @Override
    public void clause(StatementClause node) {
        add(node);
    }
}
