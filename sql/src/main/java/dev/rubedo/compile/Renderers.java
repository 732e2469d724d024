package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Explain;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Merge;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TextStatement;
import dev.rubedo.sql.Update;

/**
 * The renderers of one dialect.
 *
 * <p>Immutable.
 *
 * @param traits the traits of the dialect
 * @param expressions renders expressions other than calls and conditions
 * @param functions renders function calls and their windows
 * @param conditions renders conditions
 * @param selects renders queries and FROM clauses
 * @param inserts renders INSERT
 * @param updates renders UPDATE
 * @param deletes renders DELETE
 * @param merges renders MERGE
 * @param returning renders the rows that these four return
 * @param types renders the names of types
 * @param literals renders values as literals
 */
public record Renderers(DialectTraits traits, ExpressionRenderer expressions, FunctionRenderer functions,
        ConditionRenderer conditions, SelectRenderer selects, InsertRenderer inserts, UpdateRenderer updates,
        DeleteRenderer deletes, MergeIntoRenderer merges, ReturningRenderer returning,
        TypeRenderer types, LiteralRenderer literals) {

    /** Creates the renderers of a dialect with the standard MERGE, or without one. */
    public Renderers(DialectTraits traits, ExpressionRenderer expressions, FunctionRenderer functions,
            ConditionRenderer conditions, SelectRenderer selects, InsertRenderer inserts, UpdateRenderer updates,
            DeleteRenderer deletes, ReturningRenderer returning, TypeRenderer types, LiteralRenderer literals) {
        this(traits, expressions, functions, conditions, selects, inserts, updates, deletes,
                new MergeIntoRenderer(traits), returning, types, literals);
    }

    /** Writes a statement at a place. */
    void render(Statement<?> statement, QueryPlace place, RenderContext out) {
        switch (statement) {
            case Selectable<?> q -> selects.renderQuery(q, place, out);
            case Insert<?> i -> inserts.render(i, place, out);
            case Update<?> u -> updates.render(u, place, out);
            case Delete<?> d -> deletes.render(d, place, out);
            case Merge<?> m -> merges.render(m, place, out);
            case Explain e -> throw new InvalidStatementException("EXPLAIN is no part of another statement: " + e);
            case TextStatement t -> NamedParameters.write(t.text(), t.parameters(), out);
        }
    }
}
