package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.ListParameterType;
import dev.rubedo.sql.NamedText;
import dev.rubedo.sql.TextMark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hand-written SQL in which {@code :name} is a parameter and {@code \:} a colon.
 *
 * <p>Immutable.
 */
final class NamedParameters {

    private NamedParameters() {}

    static void write(String text, List<BindParameter<?>> parameters, RenderContext out) {
        var written = new ArrayList<BindParameter<?>>();
        int from = 0;
        for (var mark : NamedText.marks(text, out.renderers().expressions().textSyntax())) {
            switch (mark.kind()) {
                case NAME -> {
                    var parameter = find(mark.name(), parameters);
                    if (parameter != null) {
                        var before = text.substring(from, mark.start());
                        from = mark.end();
                        if (parameter.type() instanceof ListParameterType<?> list) {
                            var end = afterParenthesis(text, from);
                            boolean isInParentheses = before.endsWith("(") && end > 0;
                            out.sql(plain(isInParentheses ? before.substring(0, before.length() - 1) : before));
                            out.conditions().renderTextList(parameter, list, out);
                            from = isInParentheses ? end : from;
                        } else {
                            out.sql(plain(before));
                            out.bind(parameter, parameter.type());
                        }
                        written.add(parameter);
                    }
                }
                case QUESTION_MARK -> {
                    if (!out.style().inlinesValues()) {
                        out.sql(plain(text.substring(from, mark.start())))
                                .sql(out.renderers().expressions().questionMark(mark.name()));
                        from = mark.end();
                    }
                }
                case UNDECIDED -> throw refused(mark, "whether the server executes \"" + mark.name()
                        + "\" depends on its version. Take the value out of it", out);
                case OWN_PARAMETER -> throw refused(mark, "the database would treat \"" + mark.name()
                        + "\" as one of its own parameters, without a value. Write :name for a value", out);
            }
        }
        out.sql(plain(text.substring(from)));
        requireAll(parameters, written, text, out);
    }

    /** Returns the position after a closing parenthesis at a position; 0 if there is none. */
    private static int afterParenthesis(String text, int position) {
        return text.startsWith(")", position) ? position + 1 : 0;
    }

    /** Returns SQL without parameters in the form for a driver. */
    static String prepared(String sql, ExpressionRenderer expressions) {
        if (sql.indexOf('?') < 0) {
            return sql;
        }
        var text = new StringBuilder();
        int from = 0;
        for (var mark : NamedText.marks(sql, expressions.textSyntax())) {
            if (mark.kind() == TextMark.Kind.QUESTION_MARK) {
                text.append(sql, from, mark.start()).append(expressions.questionMark(mark.name()));
                from = mark.end();
            }
        }
        return text.append(sql, from, sql.length()).toString();
    }

    /** A given value that is used nowhere would be lost silently. */
    private static void requireAll(List<BindParameter<?>> parameters, List<BindParameter<?>> written, String text,
            RenderContext out) {
        for (var parameter : parameters) {
            if (!parameter.isRequired() && !written.contains(parameter)) {
                throw new InvalidStatementException("The text has a value for \":" + parameter.name()
                        + "\", but for dialect \"" + out.dialect()
                        + "\" that is inside quotes or a comment, where there are no parameters: " + text);
            }
        }
    }

    private static InvalidStatementException refused(TextMark mark, String why, RenderContext out) {
        return new InvalidStatementException("Dialect \"" + out.dialect() + "\" cannot execute the text because of "
                + "character "
                + (mark.start() + 1) + ": " + why + ".");
    }

    private static @Nullable BindParameter<?> find(String name, List<BindParameter<?>> parameters) {
        for (var parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        return null;
    }

    private static String plain(String text) {
        return text.replace("\\:", ":");
    }
}
