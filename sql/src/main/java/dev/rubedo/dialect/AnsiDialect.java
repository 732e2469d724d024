package dev.rubedo.dialect;

import dev.rubedo.compile.ConditionRenderer;
import dev.rubedo.compile.DeleteRenderer;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.ExpressionRenderer;
import dev.rubedo.compile.FunctionRenderer;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.InsertRenderer;
import dev.rubedo.compile.LiteralRenderer;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ReturningRenderer;
import dev.rubedo.compile.SelectRenderer;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.compile.UpdateRenderer;
import dev.rubedo.type.DialectType;

/**
 * A dialect of no particular database, which writes everything in standard syntax and rejects nothing. It is used to
 * print trees ({@code toString()}) and needs no dialect module. Thread-safe.
 */
public final class AnsiDialect extends Dialect {

    private static final AnsiDialect INSTANCE = new AnsiDialect();

    private AnsiDialect() {
        this(new DialectTraits("ansi", new ServerVersion(0, 0, 0),
                DialectTraits.featuresWhere(feature -> true), new IdentifierQuoter('"', '"', AnsiKeywords.RESERVED),
                Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    private AnsiDialect(DialectTraits traits) {
        super(renderers(traits));
    }

    @Override
    public Dialect with(DialectTraits traits) {
        return new AnsiDialect(traits);
    }

    /** Returns the instance with the standard traits. */
    public static AnsiDialect instance() {
        return INSTANCE;
    }

    static Renderers renderers(DialectTraits of) {
        return new Renderers(of, new AnsiExpressionRenderer(of), new FunctionRenderer(of),
                new ConditionRenderer(of), new SelectRenderer(of), new InsertRenderer(of), new UpdateRenderer(of),
                new DeleteRenderer(of), new ReturningRenderer(of),
                new AnyTypes(of),
                new LiteralRenderer(of));
    }

    /** The types of every dialect. Immutable. */
    private static final class AnyTypes extends TypeRenderer {

        private AnyTypes(DialectTraits traits) {
            super(traits);
        }

        @Override
        protected void requireOwn(DialectType<?> type) {
            // a tree for any dialect can be printed
        }
    }

    static class AnsiExpressionRenderer extends ExpressionRenderer {

        AnsiExpressionRenderer(DialectTraits traits) {
            super(traits);
        }

        @Override
        protected String questionMark(String marks) {
            return marks;
        }
    }
}
