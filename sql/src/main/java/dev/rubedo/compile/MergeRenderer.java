package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.ConflictClause;
import dev.rubedo.sql.ConflictUpdate;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.DmlStatement;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.TableHint;
import dev.rubedo.sql.TableReference;
import dev.rubedo.stability.Spi;
import java.util.List;

/**
 * A renderer of INSERT with a conflict clause as {@code MERGE}, for databases without another upsert. The proposed rows
 * are a table named {@code new}; a row conflicts with an existing one if one of their unique keys is equal.
 * {@link #render} is the skeleton; each clause is a method that a dialect can override, in this order:
 *
 * <ol>
 * <li>{@link #renderCommonTables}: {@code WITH}
 * <li>{@link #renderVerb}: {@code MERGE}, with clauses {@link CustomClause.Place#AFTER_VERB}
 * <li>{@link #renderTarget}: {@code INTO t}, with clauses {@link CustomClause.Place#AFTER_TABLE}
 * <li>{@link #renderSource}: {@code USING (VALUES (1, 2)) AS new (a, b)}
 * <li>{@link #renderKeys}: {@code ON t.a = new.a}
 * <li>{@link #renderUpdate}: {@code WHEN MATCHED THEN UPDATE SET b = new.b}
 * <li>{@link #renderInsert}: {@code WHEN NOT MATCHED THEN INSERT (a, b) VALUES (new.a, new.b)}
 * <li>clauses {@link CustomClause.Place#AFTER_CONDITIONS}, the returned rows, clauses {@link CustomClause.Place#AT_END}
 * <li>{@link #renderEnd}
 * </ol>
 *
 * Matching is decided before anything is written. The database therefore reports two rows of one statement with the
 * same new key as an error, and nothing is changed.
 *
 * <p>Immutable.
 */
@Spi
public class MergeRenderer extends DmlRenderer {

    /** The name of the proposed rows. */
    protected static final String NEW = "new";

    /** Creates a renderer. */
    public MergeRenderer(DialectTraits traits) {
        super(traits);
    }

    /**
     * Writes an upsert.
     *
     * @param insert an INSERT with a conflict clause
     * @param place where the statement is nested
     * @param out the writer
     */
    public void render(Insert<?> insert, QueryPlace place, RenderContext out) {
        var table = table(insert.target());
        var conflict = conflict(insert);
        var columns = columns(insert, table);
        renderCommonTables(insert.ctes(), out);
        requireReturned(Feature.INSERT_RETURNING, insert, table, out);
        renderReturned(ReturnedPlace.AROUND, insert, table, place, out);
        renderVerb(insert, out);
        requireNoHint(insert, table);
        renderHinted(insert, table, out, () -> renderTarget(insert, table, out));
        renderSource(insert, columns, place, out);
        out.within(scope(table, List.of(), out), () -> renderKeys(table, conflict, columns, out));
        var update = conflict.update();
        out.within(scope(table, List.of(), out), () -> {
            if (update != null) {
                renderUpdate(update, table, columns, out);
            }
            renderInsert(columns, out);
        });
        renderClauses(insert.dialectClauses(), CustomClause.Place.AFTER_CONDITIONS, out);
        renderReturned(ReturnedPlace.AFTER_COLUMNS, insert, table, place, out);
        renderReturned(ReturnedPlace.AT_END, insert, table, place, out);
        renderBehind(insert, table, out);
        renderClauses(insert.dialectClauses(), CustomClause.Place.AT_END, out);
        renderEnd(insert, out);
    }

    /** A dialect may need its own hint for the upsert, and a table has only one list of hints. */
    private void requireNoHint(Insert<?> insert, TableReference table) {
        hints(insert).filter(clause -> clause instanceof TableHint hint && FromRenderer.isMeant(hint, traits))
                .findFirst().ifPresent(hint -> {
                    throw new InvalidStatementException("The upsert into \"" + table.label() + "\" is a MERGE on \""
                            + traits.name() + "\", which takes no hint of the table: " + hint + ". Remove it.");
                });
    }

    private ConflictClause conflict(Insert<?> insert) {
        var conflict = insert.conflicts().get(0);
        if (insert.conflicts().size() > 1) {
            throw new UnsupportedFeatureException(Feature.ON_CONFLICT_TARGET, traits.name(),
                    "several ON CONFLICT clauses in one INSERT");
        }
        if (conflict.indexCondition() != NoCondition.NONE) {
            throw new UnsupportedFeatureException(Feature.ON_CONFLICT_TARGET, traits.name(),
                    "the condition of a partial index: " + conflict.indexCondition());
        }
        requireConflict(conflict);
        return conflict;
    }

    private InsertColumns columns(Insert<?> insert, TableReference table) {
        var columns = InsertColumns.of(insert, table, traits);
        if (columns.names().isEmpty()) {
            throw new InvalidStatementException("The upsert into \"" + table.label()
                    + "\" sets no columns. Set at least the columns of a unique key.");
        }
        return columns;
    }

    /** Writes the verb and a space. */
    protected void renderVerb(Insert<?> insert, RenderContext out) {
        out.sql("MERGE ");
        renderClauses(insert.dialectClauses(), CustomClause.Place.AFTER_VERB, out);
    }

    /** Writes the target table. */
    protected void renderTarget(Insert<?> insert, TableReference table, RenderContext out) {
        out.sql("INTO ");
        renderTargetName(table, out);
        renderClauses(insert.dialectClauses(), CustomClause.Place.AFTER_TABLE, out);
    }

    /** Writes the proposed rows. */
    protected void renderSource(Insert<?> insert, InsertColumns columns, QueryPlace place, RenderContext out) {
        out.sql(" USING (");
        renderRows(insert, columns, place, out);
        out.sql(") AS ").sql(NEW).sql(" (").list(columns.names(), (column, to) -> to.identifier(column.name()))
                .sql(")");
    }

    /** Writes the proposed rows inside the parentheses. */
    protected void renderRows(Insert<?> insert, InsertColumns columns, QueryPlace place, RenderContext out) {
        var query = insert.query();
        if (query != null) {
            traits.require(Feature.INSERT_FROM_SELECT, table(insert.target()).label());
            out.selects().renderQuery(columns.query(query, out), QueryPlace.ROWS, out);
        } else {
            out.sql("VALUES ");
            renderRowList(columns, "(", ")", ", ", place, out);
        }
    }

    private void renderKeys(TableReference table, ConflictClause conflict, InsertColumns columns, RenderContext out) {
        var given = columns.names().stream().map(column -> column.name()).toList();
        var keys = keys(table, conflict);
        var usable = keys.stream().filter(given::containsAll).toList();
        if (usable.isEmpty()) {
            throw new InvalidStatementException(
                    "The upsert into \"" + table.label() + "\" sets no values for any of its unique keys "
                            + keys + ". Set the columns of one key, or remove onConflict(...).");
        }
        if (usable.size() > 1 && conflict.update() != null) {
            throw new InvalidStatementException("The upsert into \"" + table.label()
                    + "\" could update several rows, because it sets the columns of several unique keys: " + usable
                    + ". Pass the columns of one of them to onConflict(...).");
        }
        renderKeys(usable, table, out);
    }

    /**
     * Writes the condition for a conflict with an existing row.
     *
     * @param keys the columns of each unique key, by name; one matching key is enough
     * @param table the target table
     * @param out the writer
     */
    protected void renderKeys(List<List<String>> keys, TableReference table, RenderContext out) {
        out.sql(" ON ");
        for (int key = 0; key < keys.size(); key++) {
            out.sql(key == 0 ? "" : " OR ");
            for (int i = 0; i < keys.get(key).size(); i++) {
                var column = keys.get(key).get(i);
                out.sql(i == 0 ? "" : " AND ");
                renderTargetName(table, out);
                out.sql(".").identifier(column).sql(" = " + NEW + ".").identifier(column);
            }
        }
    }

    /**
     * Returns the unique keys of a conflict clause: the columns it names, those of a constraint, or all keys of the
     * table.
     */
    private static List<List<String>> keys(TableReference table, ConflictClause conflict) {
        if (!conflict.columns().isEmpty()) {
            return List.of(conflict.columns().stream().map(column -> column.name()).toList());
        }
        if (!(table instanceof Table declared)) {
            throw new InvalidStatementException("The unique keys of \"" + table.label()
                    + "\" are unknown. Pass the columns of the key to onConflict(...).");
        }
        return UniqueKeys.of(declared, conflict.constraint());
    }

    /** Writes the update of the existing row. */
    protected void renderUpdate(ConflictUpdate update, TableReference table, InsertColumns columns, RenderContext out) {
        out.sql(" WHEN MATCHED");
        if (update.condition() != NoCondition.NONE) {
            out.sql(" AND ").operand(update.condition(), Parentheses.EVERYTHING);
        }
        out.sql(" THEN UPDATE SET ").list(update.assignments(), this::renderAssignment);
    }

    /** Writes an assignment. */
    protected void renderAssignment(Assignment<?> assignment, RenderContext out) {
        out.identifier(assignment.column().name()).sql(" = ").operand(assignment.value(), Parentheses.EVERYTHING);
    }

    /** Writes the insertion of a row without a match. */
    protected void renderInsert(InsertColumns columns, RenderContext out) {
        out.sql(" WHEN NOT MATCHED THEN INSERT (")
                .list(columns.names(), (column, to) -> to.identifier(column.name())).sql(") VALUES (")
                .list(columns.names(), (column, to) -> to.sql(NEW + ".").identifier(column.name())).sql(")");
    }

    /** Writes the end of the statement. */
    @Override
    protected void renderEnd(DmlStatement<?> statement, RenderContext out) {
        // most databases need nothing
    }
}
