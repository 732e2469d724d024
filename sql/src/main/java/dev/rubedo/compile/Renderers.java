package dev.rubedo.compile;

import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TextStatement;
import dev.rubedo.sql.Update;

/**
 * The renderers of one dialect.
 *
 * <p>Immutable.
 *
 * @param traits what the dialect can do
 * @param expressions writes expressions that are neither calls nor conditions
 * @param functions writes calls of functions and their windows
 * @param conditions writes conditions
 * @param selects writes queries and what stands in FROM
 * @param inserts writes INSERT
 * @param updates writes UPDATE
 * @param deletes writes DELETE
 * @param returning writes what these three give back
 * @param types writes the names of types
 * @param literals writes values into the text
 */
public record Renderers(DialectTraits traits, ExpressionRenderer expressions, FunctionRenderer functions,
        ConditionRenderer conditions, SelectRenderer selects, InsertRenderer inserts, UpdateRenderer updates,
        DeleteRenderer deletes, ReturningRenderer returning,
        TypeRenderer types, LiteralRenderer literals) {

    /** Writes a statement at a place. */
    void render(Statement<?> statement, QueryPlace place, RenderContext out) {
        switch (statement) {
            case Selectable<?> q -> selects.renderQuery(q, place, out);
            case Insert<?> i -> inserts.render(i, place, out);
            case Update<?> u -> updates.render(u, place, out);
            case Delete<?> d -> deletes.render(d, place, out);
            case TextStatement t -> NamedParameters.write(t.text(), t.parameters(), out);
        }
    }
}
