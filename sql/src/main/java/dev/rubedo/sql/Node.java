package dev.rubedo.sql;

/** A node of the statement tree. Immutable. */
public sealed interface Node permits Projection, OrderTerm, FromClause, Statement, StatementClause {
    /**
     * Describes the components of this node, in the order in which they are written. Components that the text of a
     * statement depends on are parts or nodes. Leaving one out would let two different statements share one text.
     *
     * @param out receives the components
     */
    void describe(Structure out);

    /**
     * Returns this node with components that a rewriter has rewritten; this instance if none changed.
     *
     * @param rewriter what rewrites the components, not this node itself
     */
    Node rewrite(Rewriter rewriter);
}
