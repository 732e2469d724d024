package dev.rubedo.sql;

/** A node of the statement tree. Immutable. */
public sealed interface Node permits Projection, OrderTerm, FromClause, Statement, StatementClause {
    /**
     * Describes the components of this node, in the order in which they are written. Everything that the text of a
     * statement depends on must be described as a part or a node; otherwise two different statements would share one
     * text.
     *
     * @param out receives the components
     */
    void describe(Structure out);

    /**
     * Returns this node with rewritten components; this instance if none changed.
     *
     * @param rewriter rewrites the components, but not this node itself
     */
    Node rewrite(Rewriter rewriter);
}
