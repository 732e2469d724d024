package dev.rubedo.compile;

import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TableReference;
import dev.rubedo.stability.Spi;

/**
 * Writes what an INSERT, UPDATE or DELETE gives back, a clause that the three have in common. A dialect says where it
 * stands ({@link ReturnedPlace}) and overrides what it is made of, in this order:
 *
 * <ol>
 * <li>{@link #require}: refuses what the dialect cannot give back
 * <li>{@link #renderKeyword}: {@code RETURNING}
 * <li>{@link #renderColumns}: the columns
 * <li>{@link #renderEnd}: what follows them
 * </ol>
 *
 * With {@link ReturnedPlace#AROUND} keyword and columns stand before the statement, {@link #renderOpening} follows them
 * and {@link #renderClosing} stands behind the statement.
 *
 * <p>Immutable.
 */
@Spi
public class ReturningRenderer {

    /** What the dialect can do. */
    protected final DialectTraits traits;

    private final ReturnedPlace place;

    /** Makes a renderer of {@code RETURNING} at the end of the statement. */
    public ReturningRenderer(DialectTraits traits) {
        this(traits, ReturnedPlace.AT_END);
    }

    /**
     * Makes a renderer.
     *
     * @param traits what the dialect can do
     * @param place where the clause stands
     */
    protected ReturningRenderer(DialectTraits traits, ReturnedPlace place) {
        this.traits = traits;
        this.place = place;
    }

    /** Returns how what is given back leaves the driver. */
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

    /** Writes what stands behind the statement if the clause surrounds it. */
    final void renderBehind(Statement<?> statement, TableReference table, RenderContext out) {
        if (place == ReturnedPlace.AROUND && !statement.selectList().isEmpty()) {
            renderClosing(statement, table, out);
        }
    }

    /**
     * Refuses what the dialect cannot give back. Called before anything is written, and only for a statement with the
     * clause.
     *
     * @param feature what the statement needs
     * @param statement the statement
     * @param table the table that is written to
     * @throws UnsupportedFeatureException if the dialect lacks it
     */
    protected void require(Feature feature, Statement<?> statement, TableReference table) {
        traits.require(feature, statement.selectList());
    }

    /** Writes the word before the columns, with the space before it. */
    protected void renderKeyword(Statement<?> statement, TableReference table, RenderContext out) {
        out.sql(" RETURNING ");
    }

    /** Writes the columns that are given back. */
    protected void renderColumns(Statement<?> statement, TableReference table, QueryPlace at, RenderContext out) {
        var returnPlace = at == QueryPlace.STATEMENT ? QueryPlace.STATEMENT : QueryPlace.ROWS;
        var style = qualifies() ? out.style() : out.style().withoutTables();
        out.in(style, () -> out.selects().renderColumns(out.labelsOf(statement), returnPlace, out));
    }

    /** Returns whether the columns carry the name of their table. */
    protected boolean qualifies() {
        return true;
    }

    /** Writes what follows the columns. */
    protected void renderEnd(Statement<?> statement, RenderContext out) {
        // most databases want nothing
    }

    /** Writes what stands between the columns and the statement that gives them. */
    protected void renderOpening(Statement<?> statement, RenderContext out) {
        out.sql(" FROM (");
    }

    /** Writes what stands behind the statement that gives the columns. */
    protected void renderClosing(Statement<?> statement, TableReference table, RenderContext out) {
        out.sql(")");
    }
}
