package dev.rubedo.cli.jpa;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The initial value of a field, as the text of an annotation. Stateless. */
final class InitialValue {

    private InitialValue() {}

    /** Returns the value of a literal or of a constant of the type; null if the expression is something else. */
    static @Nullable String of(Expression initial, String type) {
        return switch (initial) {
            case StringLiteralExpr text -> text.asString();
            case TextBlockLiteralExpr block -> block.asString();
            case CharLiteralExpr character -> String.valueOf(character.asChar());
            case IntegerLiteralExpr number -> number.asNumber().toString();
            case LongLiteralExpr number -> number.asNumber().toString();
            case DoubleLiteralExpr number -> decimal(number);
            case UnaryExpr negative when negative.getOperator() == UnaryExpr.Operator.MINUS -> negative(negative);
            case BooleanLiteralExpr truth -> String.valueOf(truth.getValue());
            case FieldAccessExpr constant when constant.getScope().toString().equals(type) ->
                constant.getNameAsString();
            default -> null;
        };
    }

    /** Returns the digits unchanged, unless they are hexadecimal. */
    private static String decimal(DoubleLiteralExpr number) {
        var text = number.getValue().replace("_", "");
        return text.startsWith("0x") || text.startsWith("0X")
                ? new BigDecimal(number.asDouble()).stripTrailingZeros().toPlainString()
                : text.replaceAll("[fFdD]$", "");
    }

    private static @Nullable String negative(UnaryExpr expression) {
        return switch (expression.getExpression()) {
            case IntegerLiteralExpr number when number.asNumber().longValue() < 0 -> null;
            case IntegerLiteralExpr number -> String.valueOf(-number.asNumber().longValue());
            case LongLiteralExpr number -> String.valueOf(number.asNumber()).startsWith("-") ? null
                    : number.asNumber() instanceof Long value ? String.valueOf(-value) : "-" + number.asNumber();
            case DoubleLiteralExpr number -> "-" + decimal(number);
            default -> null;
        };
    }

    /** Returns a text as the content of a string literal. */
    static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
                .replace("\t", "\\t").replace("\b", "\\b").replace("\f", "\\f").replace("\0", "\\000");
    }
}
