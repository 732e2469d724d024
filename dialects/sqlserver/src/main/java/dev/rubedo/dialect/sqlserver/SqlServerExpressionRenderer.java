package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.Collate;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.TextSyntax;
import java.util.List;
import java.util.regex.Pattern;

/** The expressions of SQL Server. Immutable. */
final class SqlServerExpressionRenderer extends ExpressionRenderer {

    private static final TextSyntax SYNTAX = TextSyntax.of(TextSyntax.Trait.BRACKETS,
            TextSyntax.Trait.NESTED_COMMENTS);

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
                    "\"" + collation + "\" is not a collation of SQL Server. A name has letters, "
                            + "digits and underscores, as Latin1_General_CI_AS.");
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

    @Override
    protected void renderMove(Binary<?> move, RenderContext out) {
        SqlServerFunctionRenderer.renderMove(move, out);
    }
}
