package dev.rubedo.compile;

/**
 * The renderers of one dialect.
 *
 * <p>
 * Immutable.
 *
 * @param traits
 *            what the dialect can do
 * @param expressions
 *            writes expressions that are neither calls nor conditions
 * @param functions
 *            writes calls of functions and their windows
 * @param conditions
 *            writes conditions
 * @param selects
 *            writes queries and what stands in FROM
 * @param dml
 *            writes INSERT, UPDATE and DELETE
 * @param types
 *            writes the names of types
 * @param literals
 *            writes values into the text
 */
public record Renderers(DialectTraits traits, ExpressionRenderer expressions, FunctionRenderer functions,
        ConditionRenderer conditions, SelectRenderer selects, DmlRenderer dml, TypeRenderer types,
        LiteralRenderer literals) {}
