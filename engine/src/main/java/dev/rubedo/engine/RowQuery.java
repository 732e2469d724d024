package dev.rubedo.engine;

import dev.rubedo.result.ValueFormat;
import dev.rubedo.sql.TableReference;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query that is looked up in a cache, with the transaction that executes it. Two queries are equal if their SQL,
 * their values and their engines are. Immutable; its values belong to the program and must not be modified.
 */
public final class RowQuery {

    private final Engine engine;
    private final CachedStatement statement;
    private final String sql;
    private final List<@Nullable Object> values;
    private final boolean readsOwnChanges;
    private final long begun;
    private final boolean isTracked;

    RowQuery(Engine engine, CachedStatement statement, String sql, List<@Nullable Object> values,
            ChangeTracker tracker) {
        this.engine = engine.root();
        this.statement = statement;
        this.sql = sql;
        this.values = Collections.unmodifiableList(values);
        var changes = tracker.changes();
        this.readsOwnChanges = changes != null && changes.concerns(statement.tables());
        this.isTracked = tracker.isTracked();
        this.begun = tracker.begun();
    }

    /** Returns the engine that executes the query; for a view of an engine, the engine itself. */
    public Engine engine() {
        return engine;
    }

    /** Returns the SQL, with a marker for each value. */
    public String sql() {
        return sql;
    }

    /** Returns the values, in the order of the markers. The values of lists are listed individually. */
    public List<@Nullable Object> values() {
        return values;
    }

    /** Returns the tables that the query names. */
    public Set<TableReference> tables() {
        return statement.tables().read();
    }

    /** Returns whether {@link #tables()} contains all tables; false if a part of the query is text. */
    public boolean namesAllTables() {
        return statement.tables().isComplete();
    }

    /**
     * Returns whether the transaction has changed tables that the query may read, so that its rows may differ from
     * those of other transactions.
     */
    public boolean readsOwnChanges() {
        return readsOwnChanges;
    }

    /**
     * Returns the {@link System#nanoTime()} at which the transaction began. The rows may lack what was committed since
     * then.
     */
    public long begun() {
        return begun;
    }

    /**
     * Returns whether the engine knows when the transaction began and what it has changed. It does if no transaction is
     * open, and for transactions that began after {@link Engine#listen(TableChangeListener)}.
     */
    public boolean isTracked() {
        return isTracked;
    }

    /**
     * Returns a text that identifies the rows outside this process: a digest of the URL, the SQL and the values.
     *
     * @throws UnsupportedOperationException if a value has no binary form
     */
    public String fingerprint() {
        try (var out = new DataOutputStream(OutputStream.nullOutputStream())) {
            var digest = MessageDigest.getInstance("SHA-256");
            var digested = new DataOutputStream(new DigestOutputStream(out, digest));
            ValueFormat.write(digested, engine.url().toString());
            ValueFormat.write(digested, engine.identity());
            ValueFormat.write(digested, statement.signature());
            ValueFormat.write(digested, sql);
            ValueFormat.write(digested, values);
            digested.flush();
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowQuery that && that.engine == engine && that.sql.equals(sql)
                && that.values.equals(values) && that.statement.hasTypesOf(statement);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sql, values);
    }

    @Override
    public String toString() {
        return sql;
    }
}
