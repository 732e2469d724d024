package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.sql.Select;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The queries and conditions that are being rewritten, from the innermost outwards. Used for one statement. Confined to
 * one thread at a time.
 */
final class EntityScopes {

    private final Deque<EntityScope> scopes = new ArrayDeque<>();
    private @Nullable EntityScope outermost;

    /** Returns the innermost scope, or null. */
    @Nullable
    EntityScope innermost() {
        return scopes.peek();
    }

    /** Returns whether the query that was rewritten last, which is in no other, reads an entity. */
    boolean isReadOutermost(EntityPath<?> path) {
        return outermost != null && outermost.sources.contains(path);
    }

    /** Runs a function in the scope of a query. */
    <R> R inQuery(EntityScope scope, Supplier<R> work) {
        scopes.push(scope);
        try {
            return work.get();
        } finally {
            scopes.pop();
            if (scopes.isEmpty()) {
                outermost = scope;
            }
        }
    }

    /** Runs a function that sees none of the scopes. */
    <R> R alone(Supplier<R> work) {
        List<EntityScope> around = List.copyOf(scopes);
        scopes.clear();
        try {
            return work.get();
        } finally {
            scopes.clear();
            scopes.addAll(around);
        }
    }

    /** Returns the entity that a path begins with. */
    static EntityPath<?> root(EntityPath<?> path) {
        return switch (path.$origin()) {
            case PathOrigin.Through through -> root(through.relationship().owner());
            case PathOrigin.Treated treated -> root(treated.path());
            case PathOrigin.Root root -> path;
            case PathOrigin.Named named -> path;
            case PathOrigin.Anonymous anonymous -> path;
            case PathOrigin.Derived derived -> path;
        };
    }

    /**
     * Returns the query in which a path from this entity adds joins.
     *
     * @throws InvalidStatementException if there is none
     */
    EntityScope of(EntityPath<?> root) {
        EntityScope scope = find(root);
        if (scope == null) {
            throw new InvalidStatementException("A path through a relationship of \"" + root
                    + "\" is used in a statement that cannot join. Use has(...) of the relationship.");
        }
        return scope;
    }

    /** Returns the query in which a path adds joins: the nearest that reads its root, or else the nearest. */
    private @Nullable EntityScope find(EntityPath<?> root) {
        for (EntityScope scope : scopes) {
            if (scope.sources.contains(root)) {
                return scope.isOpen() ? scope : null;
            }
        }
        for (EntityScope scope : scopes) {
            if (scope.kind == EntityScope.Kind.QUERY) {
                return scope;
            }
        }
        return null;
    }

    /** Returns whether a query has the join of a path. */
    boolean isJoined(EntityPath<?> path) {
        EntityScope scope = find(root(path));
        return scope != null && scope.joins.containsKey(path);
    }

    /** Runs a function in a scope of its own. */
    <R> R within(EntityScope scope, Supplier<R> work) {
        scopes.push(scope);
        try {
            return work.get();
        } finally {
            scopes.pop();
        }
    }

    /** Creates the query of a condition, in which paths from this entity add joins. */
    <T extends @Nullable Object> Select<T> inside(EntityPath<?> entity, Supplier<Select<T>> query) {
        EntityScope scope = new EntityScope(EntityScope.Kind.CONDITION);
        scope.sources.add(entity);
        scopes.push(scope);
        try {
            return scope.withPaths(query.get());
        } finally {
            scopes.pop();
        }
    }

    /** Runs a function in the scope of the last rewritten query, in which its paths are known. */
    <R> R reopened(Supplier<R> work) {
        if (outermost == null) {
            return work.get();
        }
        scopes.push(outermost);
        try {
            return work.get();
        } finally {
            scopes.pop();
        }
    }

    /** Returns whether a query that encloses the innermost one reads an entity. */
    boolean isOfOuter(EntityPath<?> root) {
        return scopes.stream().skip(1).anyMatch(scope -> scope.sources.contains(root));
    }
}
