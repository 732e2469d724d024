package dev.rubedo.compile;

import dev.rubedo.compile.RenderContext.OutputStyle;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.UnresolvedElementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Case;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Collate;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomExpression;
import dev.rubedo.sql.CustomOperation;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.NewValue;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Over;
import dev.rubedo.sql.Quantified;
import dev.rubedo.sql.ScalarSubquery;
import dev.rubedo.sql.Star;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.sql.TextSyntax;
import dev.rubedo.sql.Tuple;
import dev.rubedo.sql.TypeCoercion;
import dev.rubedo.sql.Unary;
import dev.rubedo.sql.UnresolvedExpression;
import dev.rubedo.stability.Spi;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.TypeFamily;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A renderer of expressions. It delegates conditions to {@link ConditionRenderer} and calls to
 * {@link FunctionRenderer}. Overridable: one method per kind of node, and the operators that differ between databases.
 *
 * <p>Immutable.
 */
@Spi
public class ExpressionRenderer {

    private static final Pattern QUESTION_MARKS = Pattern.compile("\\?+");

    /** The traits of the dialect. */
    protected final DialectTraits traits;

    /** Creates a renderer. */
    public ExpressionRenderer(DialectTraits traits) {
        this.traits = traits;
    }

    /** Writes an expression. */
    public final void render(Expression<?> expression, RenderContext out) {
        var scope = out.scope();
        var terms = scope == null ? null : scope.terms;
        if (terms != null && terms.replaces(expression)) {
            terms.within(false, () -> out.functions().renderOneOfGroup(expression, out));
        } else if (terms != null && expression instanceof FunctionCall<?> call && call.isAggregate()) {
            terms.within(false, () -> write(expression, out));
        } else {
            write(expression, out);
        }
    }

    private void write(Expression<?> expression, RenderContext out) {
        switch (expression) {
            case Condition c -> out.conditions().render(c, out);
            case ColumnReference<?> c -> renderColumn(c, out);
            case UnresolvedExpression<?> u -> throw unresolved(u);
            case CustomExpression<?> c -> renderCustom(c, out);
            case BindParameter<?> b -> renderBind(b, out);
            case Literal<?> l -> renderLiteral(l, out);
            case NullValue<?> n -> renderNull(n, out);
            case Binary<?> b -> renderBinary(b, out);
            case CustomOperation<?> o -> renderCustomOperation(o, out);
            case Unary<?> u -> renderUnary(u, out);
            case Cast<?> c -> renderCast(c, out);
            case TypeCoercion<?> c -> renderCoerced(c, out);
            case FunctionCall<?> f -> out.functions().renderFunction(f, out);
            case Over<?> o -> out.functions().renderOver(o, out);
            case Case<?> c -> renderCase(c, out);
            case Labeled<?> l -> render(l.expression(), out);
            case ScalarSubquery<?> s -> out.query(s.query());
            case Collate<?> c -> renderCollate(c, out);
            case Extract e -> renderExtract(e, out);
            case Tuple t -> renderTuple(t, out);
            case TextFragment<?> t -> renderText(t, out);
            case Star s -> out.sql("*");
            case Quantified<?> q -> renderQuantified(q, out);
            case Excluded<?> e -> renderExcluded(e, out);
            case NewValue<?> v -> renderNewValue(v, out);
            case NextValue n -> renderNextValue(n, out);
            case JsonAccess<?> j -> renderJsonAccess(j, out);
        }
    }

    private static UnresolvedElementException unresolved(UnresolvedExpression<?> attribute) {
        return new UnresolvedElementException(
                "Attribute \"" + attribute + "\" has no column without its mapping. Run the "
                        + "statement through a Session, or resolve it with model.resolve(...).");
    }

    /** Writes a column, qualified with the name of its source unless names are unqualified at this place. */
    protected void renderColumn(ColumnReference<?> column, RenderContext out) {
        out.selects().renderColumnName(column, out);
    }

    /** Lets a user-defined expression write itself. */
    protected void renderCustom(CustomExpression<?> expression, RenderContext out) {
        expression.write(out);
    }

    /** Writes the marker of a parameter. */
    protected void renderBind(BindParameter<?> parameter, RenderContext out) {
        out.bind(parameter, parameter.type());
    }

    /** Writes a constant. */
    protected void renderLiteral(Literal<?> literal, RenderContext out) {
        out.literal(literal.value(), literal.type());
    }

    /** Writes NULL. */
    protected void renderNull(NullValue<?> value, RenderContext out) {
        out.sql("NULL");
    }

    /** Writes a binary operation. */
    protected void renderBinary(Binary<?> binary, RenderContext out) {
        if (isMove(binary)) {
            traits.require(Feature.DATE_ARITHMETIC, binary.operator());
            renderMove(binary, out);
            return;
        }
        switch (binary.operator()) {
            case CONCAT -> renderConcat(operands(binary), out);
            case DIVIDE -> renderDivision(binary, out);
            case BITWISE_XOR -> renderBitwiseXor(binary, out);
            case MODULO -> renderModulo(binary, out);
            case MULTIPLY, ADD, SUBTRACT, BITWISE_AND, BITWISE_OR, SHIFT_LEFT, SHIFT_RIGHT ->
                out.infix(binary.left(), binary.operator(), binary.operator().token(), binary.right());
            case NEGATE, BITWISE_NOT, EQ, NE, LT, LE, GT, GE, IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM, IS, IS_NOT, LIKE,
                    NOT_LIKE, ILIKE, NOT_ILIKE, REGEXP, NOT_REGEXP, IN, NOT_IN, BETWEEN, NOT_BETWEEN, NOT, COLLATE, AND,
                    OR,
                    EXISTS ->
                throw new IllegalArgumentException(binary.operator() + " is not a binary operator");
        }
    }

    private static boolean isMove(Binary<?> binary) {
        var family = binary.left().type().family();
        return binary.right().type().family() == TypeFamily.INTERVAL
                && (binary.operator() == Operator.ADD || binary.operator() == Operator.SUBTRACT)
                && (family.isTemporal() || family == TypeFamily.INTERVAL);
    }

    /** Writes date arithmetic: a point in time or an interval, plus or minus an interval. */
    protected void renderMove(Binary<?> move, RenderContext out) {
        boolean isDate = move.left().type().family() == TypeFamily.DATE;
        out.sql(isDate ? "CAST(" : "");
        out.infix(move.left(), move.operator(), move.operator().token(), move.right());
        out.sql(isDate ? " AS DATE)" : "");
    }

    /** Returns the operands of a chain of concatenations, flattened; any other expression is its own only operand. */
    public static List<Expression<?>> operands(Expression<?> expression) {
        var parts = new ArrayList<Expression<?>>();
        collect(expression, parts);
        return parts;
    }

    private static void collect(Expression<?> expression, List<Expression<?>> parts) {
        if (expression instanceof Binary<?> chain && chain.operator() == Operator.CONCAT) {
            collect(chain.left(), parts);
            collect(chain.right(), parts);
        } else {
            parts.add(expression);
        }
    }

    /** Writes a concatenation. */
    protected void renderConcat(List<Expression<?>> parts, RenderContext out) {
        boolean first = true;
        for (var part : parts) {
            if (!first) {
                out.sql(" || ");
            }
            first = false;
            out.operand(part, Operator.CONCAT.precedence());
        }
    }

    /**
     * Writes a division. Dividing two integers yields an integer; everything else is divided exactly, on every
     * database.
     */
    protected void renderDivision(Binary<?> division, RenderContext out) {
        if (division.type().family() == TypeFamily.INTEGER) {
            renderWholeDivision(division, out);
        } else {
            renderExactDivision(division, out);
        }
    }

    /** Writes an integer division. */
    protected void renderWholeDivision(Binary<?> division, RenderContext out) {
        out.infix(division.left(), Operator.DIVIDE, "/", division.right());
    }

    /**
     * Writes an exact division. The database would perform an integer division of two integers, so the right one is
     * converted to a decimal.
     */
    protected void renderExactDivision(Binary<?> division, RenderContext out) {
        var right = division.right();
        if (right.type().family() != TypeFamily.INTEGER) {
            out.infix(division.left(), Operator.DIVIDE, "/", right);
            return;
        }
        out.operand(division.left(), Operator.DIVIDE);
        out.sql(" / ");
        renderCast(new Cast<>(right, new NumericType(0, -1)), out);
    }

    /** Writes the remainder of a division, which has the sign of the left side. */
    protected void renderModulo(Binary<?> binary, RenderContext out) {
        out.infix(binary.left(), Operator.MODULO, Operator.MODULO.token(), binary.right());
    }

    /** Writes a bitwise exclusive OR. */
    protected void renderBitwiseXor(Binary<?> binary, RenderContext out) {
        out.infix(binary.left(), Operator.BITWISE_XOR, "^", binary.right());
    }

    /** Writes an operation with a user-defined operator. */
    protected void renderCustomOperation(CustomOperation<?> operation, RenderContext out) {
        int inside = Math.max(operation.precedence(), Operator.EQ.precedence());
        var operator = operation.operator();
        boolean isAsked = operator.indexOf('?') >= 0 && !out.style().inlinesValues();
        out.operand(operation.left(), inside).sql(" ")
                .sql(isAsked ? QUESTION_MARKS.matcher(operator).replaceAll(marks -> questionMark(marks.group()))
                        : operator)
                .sql(" ").operand(operation.right(), inside);
    }

    /** Writes a unary operation. */
    protected void renderUnary(Unary<?> unary, RenderContext out) {
        out.sql(unary.operator().token());
        var text = out.fragment().sql;
        int start = text.length();
        out.operand(unary.operand(), unary.operator().precedence());
        if (unary.operator() == Operator.NEGATE && text.length() > start && text.charAt(start) == '-') {
            // two of them start a comment
            text.insert(start, '(').append(')');
        }
    }

    /**
     * Writes a cast. A number with a fraction is rounded half away from zero when cast to an integer. A floating-point
     * number is first cast to a decimal, because databases round floating-point numbers differently.
     */
    protected void renderCast(Cast<?> cast, RenderContext out) {
        if (cast.type().family() == TypeFamily.INTEGER && cast.operand().type().family() == TypeFamily.FLOATING) {
            renderPlainCast(new Cast<>(new Cast<>(cast.operand(), Types.UNBOUNDED_NUMERIC), cast.type()), out);
        } else {
            renderPlainCast(cast, out);
        }
    }

    private static void renderPlainCast(Cast<?> cast, RenderContext out) {
        out.sql("CAST(").expression(cast.operand()).sql(" AS ").sql(out.types().renderForCast(cast.type()))
                .sql(")");
    }

    /** Writes an expression whose type is changed in Java only. */
    protected void renderCoerced(TypeCoercion<?> coerced, RenderContext out) {
        if (coerced.operand() instanceof BindParameter<?> parameter) {
            out.bind(parameter, parameter.type());
        } else {
            out.expression(coerced.operand());
        }
    }

    /** Writes a CASE. */
    protected void renderCase(Case<?> choice, RenderContext out) {
        out.sql("CASE");
        var subject = choice.subject();
        if (subject != null) {
            out.sql(" ").expression(subject);
        }
        for (var branch : choice.branches()) {
            out.sql(" WHEN ").operand(ConditionRenderer.value(branch.test()), Parentheses.EVERYTHING).sql(" THEN ");
            renderChoice(branch.result(), out);
        }
        var rest = choice.rest();
        if (rest != null) {
            out.sql(" ELSE ");
            renderChoice(rest, out);
        }
        out.sql(" END");
    }

    /** Writes one of the results of a CASE. */
    protected void renderChoice(Expression<?> result, RenderContext out) {
        out.expression(result);
    }

    /** Writes a text with a collation. */
    protected void renderCollate(Collate<?> collate, RenderContext out) {
        traits.require(Feature.COLLATE_OPERATOR, collate);
        out.operand(collate.operand(), Operator.COLLATE.precedence()).sql(" COLLATE ");
        if (!collate.schema().isEmpty()) {
            traits.require(Feature.COLLATION_SCHEMAS, collate);
            out.identifier(collate.schema()).sql(".");
        }
        out.identifier(collate.collation());
    }

    /** Writes a field of a date or time. */
    protected void renderExtract(Extract extract, RenderContext out) {
        out.sql("EXTRACT(").sql(fieldName(extract.field())).sql(" FROM ").expression(extract.source()).sql(")");
    }

    /** Returns the name of a field of a date or time. */
    protected static String fieldName(Extract.Field field) {
        return switch (field) {
            case YEAR -> "year";
            case QUARTER -> "quarter";
            case MONTH -> "month";
            case WEEK -> "week";
            case DAY -> "day";
            case DAY_OF_WEEK -> "dow";
            case DAY_OF_YEAR -> "doy";
            case HOUR -> "hour";
            case MINUTE -> "minute";
            case SECOND -> "second";
            case EPOCH -> "epoch";
        };
    }

    /** Writes a row value. */
    protected void renderTuple(Tuple tuple, RenderContext out) {
        out.sql("(").expressions(tuple.elements()).sql(")");
    }

    /** Writes text verbatim, with its parameters in place. */
    protected void renderText(TextFragment<?> fragment, RenderContext out) {
        NamedParameters.write(fragment.text(), fragment.parameters(), out);
    }

    /** Returns how the database reads hand-written SQL. */
    protected TextSyntax textSyntax() {
        return TextSyntax.STANDARD;
    }

    /**
     * Returns question marks in hand-written SQL, escaped so that the driver does not take them for parameters.
     *
     * @param marks one or more question marks
     * @throws InvalidStatementException if they can only be parameters
     */
    protected String questionMark(String marks) {
        throw new InvalidStatementException("A question mark would be a parameter without a value for dialect \""
                + traits.name() + "\". Write :name in the text, and pass its value with bind(...).");
    }

    /** Writes ANY or ALL, the right side of a comparison. */
    protected void renderQuantified(Quantified<?> quantified, RenderContext out) {
        traits.require(Feature.QUANTIFIED_COMPARISON, quantified);
        out.sql(quantified.quantifier().name()).sql(" ");
        if (quantified.operand() instanceof ScalarSubquery<?>) {
            out.expression(quantified.operand());
        } else {
            traits.require(Feature.ARRAY_TYPE, quantified);
            out.parenthesized(quantified.operand());
        }
    }

    /** Writes the value that was proposed for insertion (EXCLUDED). */
    protected void renderExcluded(Excluded<?> excluded, RenderContext out) {
        out.sql("excluded.").identifier(excluded.column().name());
    }

    /**
     * Writes a reference to the new value of another column. In the values of an INSERT or UPDATE, such references have
     * been replaced before.
     *
     * @throws InvalidStatementException always, for the other places
     */
    protected void renderNewValue(NewValue<?> value, RenderContext out) {
        throw new InvalidStatementException("newValue(" + value.column().name()
                + ") is the value that the same INSERT or UPDATE assigns to that column, and has no meaning here. Use "
                + "it in "
                + "values(...), set(...) or the default of a column");
    }

    /** Writes the next value of a sequence. */
    protected void renderNextValue(NextValue next, RenderContext out) {
        traits.require(Feature.SEQUENCES, next);
        out.sql("nextval(");
        qualified(next.schema(), next.sequence(), out);
        out.sql(")");
    }

    /** Writes a name, qualified with its schema if it has one. */
    protected static void qualified(String schema, String name, RenderContext out) {
        out.sql(out.traits().qualifier(schema)).identifier(name);
    }

    /** Writes a part of a JSON document. */
    protected void renderJsonAccess(JsonAccess<?> access, RenderContext out) {
        throw new UnsupportedFeatureException(Feature.JSON_ACCESS, traits.name(), access.path().toString());
    }

    /**
     * Returns the precedence of JSON access, which is an operator on some databases and a call on others.
     */
    protected int jsonPrecedence(JsonAccess<?> access) {
        return Parentheses.ATOM;
    }

    /** Writes an expression for DDL: values are inlined, and columns are not qualified. */
    public final void renderDefinition(Expression<?> expression, RenderContext out) {
        out.in(OutputStyle.DEFINITION, () -> render(expression, out));
    }
}
