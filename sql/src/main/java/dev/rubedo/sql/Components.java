package dev.rubedo.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The components of one node without those of its children. Equality, hashing and rewriting compare them. Whole trees
 * are compared without recursion, so their depth is not limited. Confined to one thread at a time.
 */
final class Components extends Structure {
    private final List<@Nullable Object> parts = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    private Components() {}

    private static Components of(Consumer<Structure> description) {
        var components = new Components();
        description.accept(components);
        return components;
    }

    /** Returns whether two nodes are equal down to their leaves. */
    static boolean areEqual(Node one, Node other) {
        if (Rewriter.same(one, other) || one.getClass() != other.getClass()) {
            return Rewriter.same(one, other);
        }
        var met = new IdentityHashMap<Node, Node>();
        var left = new ArrayDeque<Node>();
        var right = new ArrayDeque<Node>();
        left.push(one);
        right.push(other);
        while (!left.isEmpty()) {
            var a = left.pop();
            var b = right.pop();
            if (Rewriter.same(a, b) || a instanceof RowSource && Rewriter.same(met.put(a, b), b)) {
                continue;
            }
            if (a.getClass() != b.getClass() || isLeaf(a) && !a.equals(b)) {
                return false;
            }
            if (!isLeaf(a)) {
                var components = of(a::describe);
                var others = of(b::describe);
                if (!components.parts.equals(others.parts) || components.nodes.size() != others.nodes.size()) {
                    return false;
                }
                components.nodes.forEach(left::push);
                others.nodes.forEach(right::push);
            }
        }
        return true;
    }

    /**
     * Returns whether a node defines its own equality, as nodes declared above this package and columns of sources do.
     */
    private static boolean isLeaf(Node node) {
        return node instanceof ColumnReference<?> && !(node instanceof DerivedColumn<?>)
                || node instanceof TableReference || node instanceof CustomExpression<?>
                || node instanceof UnresolvedExpression<?> || node instanceof UnresolvedEntity<?>
                || node instanceof StatementClause;
    }

    /** Returns a hash code consistent with {@link #areEqual}. */
    static int hash(Node node) {
        int hash = 1;
        var rest = new ArrayDeque<Node>();
        rest.push(node);
        while (!rest.isEmpty()) {
            var next = rest.pop();
            if (isLeaf(next) || next instanceof RowSource || next instanceof DerivedColumn<?>) {
                hash = 31 * hash + next.hashCode();
            } else {
                var components = of(next::describe);
                hash = 31 * (31 * hash + next.getClass().hashCode()) + components.parts.hashCode();
                components.nodes.forEach(rest::push);
            }
        }
        return hash;
    }

    /** Returns whether two descriptions have equal parts and identical nodes. */
    static boolean areSame(Consumer<Structure> one, Consumer<Structure> other) {
        var some = of(one);
        var others = of(other);
        return Rewriter.sameElements(some.nodes, others.nodes) && some.parts.equals(others.parts);
    }

    @Override
    public void part(Object constant) {
        parts.add(constant);
    }

    @Override
    public void value(Object owner, @Nullable Object value, boolean isRequired) {
        parts.add(isRequired);
        parts.add(value);
    }

    @Override
    public void aside(Object component) {
        parts.add(component);
    }

    @Override
    public void owner(RowSource source) {
        nodes.add(source);
    }

    @Override
    public void expression(Expression<?> node) {
        nodes.add(node);
    }

    @Override
    public void projection(Projection<?> node) {
        nodes.add(node);
    }

    @Override
    public void term(OrderTerm node) {
        nodes.add(node);
    }

    @Override
    public void from(FromClause node) {
        nodes.add(node);
    }

    @Override
    public void statement(Statement<?> node) {
        nodes.add(node);
    }

    @Override
    public void clause(StatementClause node) {
        nodes.add(node);
    }

    @Override
    protected void shell(CustomExpression<?> node) {
        parts.add(node);
    }

    @Override
    protected void shell(CustomClause node) {
        parts.add(node);
    }

    @Override
    public String toString() {
        return parts + " "
                + nodes.stream().map(node -> Objects.requireNonNull(node).getClass().getSimpleName()).toList();
    }
}
