package dev.rubedo.compile;

import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableReference;
import dev.rubedo.stability.Spi;

/**
 * A renderer of the rows that an INSERT, UPDATE or DELETE returns. A dialect specifies where the clause is written
 * ({@link ReturnedPlace}) and overrides its parts, in this order:
 *
 * <ol>
 * <li>{@link #require}: rejects what the dialect cannot return
 * <li>{@link #renderKeyword}: {@code RETURNING}
 * <li>{@link #renderColumns}: the columns
 * <li>{@link #renderEnd}: the end of the clause
 * </ol>
 *
 * With {@link ReturnedPlace#AROUND}, keyword and columns precede the statement, followed by {@link #renderOpening};
 * {@link #renderClosing} comes after the statement.
 *
 * <p>Immutable.
 */
@Spi
public class ReturningRenderer {

    /** The traits of the dialect. */
    protected final DialectTraits traits;

    private final ReturnedPlace place;

    /** Creates a renderer of {@code RETURNING} at the end of the statement. */
    public ReturningRenderer(DialectTraits traits) {
        this(traits, ReturnedPlace.AT_END);
    }

    /**
     * Creates a renderer.
     *
     * @param traits the traits of the dialect
     * @param place where the clause is written
     */
    protected ReturningRenderer(DialectTraits traits, ReturnedPlace place) {
        this.traits = traits;
        this.place = place;
    }

    /** Returns how the driver delivers the returned rows. */
    public KeyWay way() {
        return KeyWay.RETURNING;
    }

    /** Writes the clause if this is its place and the statement has one. */
    final void renderAt(ReturnedPlace here, Statement<?> statement, TableReference table, QueryPlace at,
            RenderContext out) {
        if (here != place || statement.selectList().isEmpty()) {
            return;
        }
        renderKeyword(statement, table, out);
        renderColumns(statement, table, at, out);
        if (place == ReturnedPlace.AROUND) {
            renderOpening(statement, out);
        } else {
            renderEnd(statement, out);
        }
        if (at == QueryPlace.STATEMENT) {
            out.keyWay(way());
        }
    }

    /** Writes the text after the statement if the clause surrounds it. */
    final void renderBehind(Statement<?> statement, TableReference table, RenderContext out) {
        if (place == ReturnedPlace.AROUND && !statement.selectList().isEmpty()) {
            renderClosing(statement, table, out);
        }
    }

    /**
     * Rejects what the dialect cannot return. Called before anything is written, and only for a statement with the
     * clause.
     *
     * @param feature the feature that the statement needs
     * @param statement the statement
     * @param table the target table
     * @throws UnsupportedFeatureException if the dialect lacks it
     */
    protected void require(Feature feature, Statement<?> statement, TableReference table) {
        traits.require(feature, statement.selectList());
    }

    /** Writes the keyword before the columns, with a leading space. */
    protected void renderKeyword(Statement<?> statement, TableReference table, RenderContext out) {
        out.sql(" RETURNING ");
    }

    /** Writes the returned columns. */
    protected void renderColumns(Statement<?> statement, TableReference table, QueryPlace at, RenderContext out) {
        var returnPlace = at == QueryPlace.STATEMENT ? QueryPlace.STATEMENT : QueryPlace.ROWS;
        var style = qualifies() ? out.style() : out.style().withoutTables();
        out.in(style, () -> out.selects().renderColumns(out.labelsOf(statement), returnPlace, writesLabels(), out));
    }

    /** Returns whether the columns are qualified with the name of their table. */
    protected boolean qualifies() {
        return true;
    }

    /** Returns whether a column can have a label here. */
    protected boolean writesLabels() {
        return true;
    }

    /** Writes the text after the columns. */
    protected void renderEnd(Statement<?> statement, RenderContext out) {
        // most databases want nothing
    }

    /** Writes the text between the columns and the statement that returns them. */
    protected void renderOpening(Statement<?> statement, RenderContext out) {
        out.sql(" FROM (");
    }

    /** Writes the text after the statement that returns the columns. */
    protected void renderClosing(Statement<?> statement, TableReference table, RenderContext out) {
        out.sql(")");
    }
}
