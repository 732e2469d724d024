package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.JsonPaths;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.Collate;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.TextSyntax;
import dev.rubedo.type.TypeFamily;
import java.util.List;
import java.util.regex.Pattern;

/** The expressions of SQL Server. Immutable. */
final class SqlServerExpressionRenderer extends ExpressionRenderer {

    private static final TextSyntax SYNTAX = TextSyntax.of(TextSyntax.Trait.BRACKETS,
            TextSyntax.Trait.NESTED_COMMENTS);

    private static final int WITH_SHIFTS = 16;

    private static final Pattern COLLATION = Pattern.compile("[A-Za-z0-9_]+");

    SqlServerExpressionRenderer(DialectTraits traits) {
        super(traits);
    }

    @Override
    protected TextSyntax textSyntax() {
        return SYNTAX;
    }

    @Override
    protected void renderConcat(List<Expression<?>> parts, RenderContext out) {
        for (int i = 0; i < parts.size(); i++) {
            out.sql(i == 0 ? "" : " + ").operand(parts.get(i), Operator.CONCAT.precedence());
        }
    }

    @Override
    protected void renderCollate(Collate<?> collate, RenderContext out) {
        if (!collate.schema().isEmpty()) {
            traits.require(Feature.COLLATION_SCHEMAS, collate);
        }
        out.operand(collate.operand(), Operator.COLLATE.precedence()).sql(" COLLATE ")
                .sql(collationName(collate.collation()));
    }

    /** Returns the name of a collation, which cannot be quoted. */
    static String collationName(String collation) {
        if (!COLLATION.matcher(collation).matches()) {
            throw new InvalidStatementException(
                    "\"" + collation + "\" is not a collation of SQL Server. A name consists of letters, digits and "
                            + "underscores, such as Latin1_General_CI_AS.");
        }
        return collation;
    }

    /** The day of the week counts from Sunday, which is 0, regardless of the session's settings. */
    @Override
    protected void renderExtract(Extract extract, RenderContext out) {
        switch (extract.field()) {
            case DAY_OF_WEEK -> out.sql("(DATEPART(weekday, ").expression(extract.source())
                    .sql(") + @@DATEFIRST - 1) % 7");
            case EPOCH -> out.sql("DATEDIFF_BIG(second, '1970-01-01', ").expression(extract.source()).sql(")");
            case WEEK -> renderPart("iso_week", extract, out);
            case DAY_OF_YEAR -> renderPart("dayofyear", extract, out);
            case YEAR, QUARTER, MONTH, DAY, HOUR, MINUTE, SECOND ->
                renderPart(fieldName(extract.field()), extract, out);
        }
    }

    private static void renderPart(String part, Extract extract, RenderContext out) {
        out.sql("DATEPART(").sql(part).sql(", ").expression(extract.source()).sql(")");
    }

    /** The proposed rows are a table with this name. */
    @Override
    protected void renderExcluded(Excluded<?> excluded, RenderContext out) {
        out.sql("new.").identifier(excluded.column().name());
    }

    @Override
    protected void renderNextValue(NextValue next, RenderContext out) {
        traits.require(Feature.SEQUENCES, next);
        out.sql("NEXT VALUE FOR ");
        qualified(next.schema(), next.sequence(), out);
    }

    /**
     * The server converts what it takes out of a document from text. A part that is no object or array is no document
     * for it, but NULL.
     */
    @Override
    protected void renderJsonAccess(JsonAccess<?> access, RenderContext out) {
        traits.require(Feature.JSON_ACCESS, access.path());
        if (access.path().stream().anyMatch(step -> step instanceof Integer position && position < 0)) {
            throw new InvalidStatementException("SQL Server counts the elements of a JSON array from the start only, "
                    + "and the path " + access.path() + " counts from the end.");
        }
        boolean isText = access.form() == JsonAccess.Form.JSON || access.type().family() == TypeFamily.TEXT;
        out.sql(isText ? "" : "CAST(")
                .sql(access.form() == JsonAccess.Form.JSON ? "JSON_QUERY(" : "JSON_VALUE(")
                .expression(access.document()).sql(", ")
                .sql(out.literals().renderString(JsonPaths.escaped(access, false))).sql(")");
        if (!isText) {
            out.sql(" AS ").sql(out.types().renderForCast(access.type())).sql(")");
        }
    }

    /** The operators for shifts came with 2022. */
    @Override
    protected void renderBinary(Binary<?> binary, RenderContext out) {
        boolean isShift = binary.operator() == Operator.SHIFT_LEFT || binary.operator() == Operator.SHIFT_RIGHT;
        if (isShift && !traits.version().isAtLeast(WITH_SHIFTS)) {
            throw new InvalidStatementException("SQL Server " + traits.version() + " has no operator "
                    + binary.operator().token() + ", which came with 2022 (version 16). Multiply or divide by a "
                    + "power of 2.");
        }
        super.renderBinary(binary, out);
    }

    @Override
    protected void renderMove(Binary<?> move, RenderContext out) {
        SqlServerFunctionRenderer.renderMove(move, out);
    }
}
