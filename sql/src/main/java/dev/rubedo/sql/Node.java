package dev.rubedo.sql;

/** A node of the tree. Immutable. */
public sealed interface Node permits Projection, OrderTerm, FromClause, Statement, StatementClause {
    /**
     * Says what this node consists of, in the order in which it is written. Components that the text of a statement
     * depends on are parts or nodes; a component left out would let two statements share one text.
     *
     * @param out what takes this node apart
     */
    void describe(Structure out);
}
