package dev.rubedo.engine;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.compile.BindSlot;
import dev.rubedo.compile.CompiledStatement;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ResultColumn;
import dev.rubedo.compile.RowSegment;
import dev.rubedo.compile.SchemaMarks;
import dev.rubedo.compile.StatementTables;
import dev.rubedo.result.ParameterSlots;
import dev.rubedo.result.RowShape;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Explain;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.SelectList;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TextSelect;
import dev.rubedo.sql.TextStatement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement compiled for an engine's database, with the codecs of its parameters and columns resolved. It has no
 * values; they are passed to each execution. Thread-safe: one instance serves all connections of its engine.
 */
public final class CachedStatement {

    private static final int FIXED_WEIGHT = 1_000;
    private static final int PART_WEIGHT = 100;

    private final CompiledStatement compiled;
    private final ParameterSlots slots;
    private final JdbcCodec<?>[] columnCodecs;
    private final boolean isMarked;
    private final boolean isText;
    private final boolean isByName;
    private final boolean writes;
    private final boolean isInsert;
    private final @Nullable RowSegment repeatable;
    private final @Nullable Table table;
    private final StatementTables tables;
    private final boolean locks;
    private final boolean mayChangeAny;
    private final Set<String> names;
    private final List<BindSlot> repeatedNames;
    private final StatementSubject subject;
    private final int weight;
    private volatile @Nullable RowShape shape;
    private int lastRows;
    long lastUse;

    CachedStatement(Statement<?> statement, CompiledStatement compiled, Codecs codecs, boolean isMarked) {
        this.compiled = compiled;
        this.isMarked = isMarked;
        this.slots = new ParameterSlots(compiled.binds(), codecs);
        this.columnCodecs = compiled.columns().stream().map(column -> codecs.codecFor(column.type()))
                .toArray(JdbcCodec<?>[]::new);
        this.names = compiled.binds().stream().map(BindSlot::name).filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        this.repeatedNames = repeatedNames(compiled.binds());
        this.isText = statement instanceof TextStatement || statement instanceof Explain;
        this.isByName = statement instanceof TextSelect<?> text && text.isByName();
        this.writes = !(statement instanceof Selectable<?>);
        this.isInsert = statement instanceof Insert<?>;
        this.repeatable = repeatable(compiled);
        this.tables = StatementTables.of(statement);
        this.subject = StatementSubject.of(statement, tables);
        this.weight = weight(compiled);
        boolean isHandWritten = statement instanceof TextStatement || statement instanceof TextSelect;
        this.mayChangeAny = isHandWritten && TextEffects.mayChange(compiled.sql());
        this.locks = statement instanceof Select<?> select && select.lock() != null
                || isHandWritten && TextEffects.locks(compiled.sql());
        this.table = statement instanceof Insert<?> insert && insert.target() instanceof Table target ? target : null;
    }

    /** Returns the VALUES row if it can be repeated because it contains all parameters. */
    private static @Nullable RowSegment repeatable(CompiledStatement compiled) {
        return compiled.valuesRow().filter(
                row -> row.bindCount() > 0 && row.firstBind() == 0 && row.bindCount() == compiled.binds().size())
                .filter(row -> !compiled.hasExpanding()).orElse(null);
    }

    /**
     * Returns the SQL, with a marker for each parameter. On a connection that translates schemas, it has
     * {@link SchemaMarks} in place of schema names.
     */
    public String sql() {
        return compiled.sql();
    }

    /** Returns the parameters, in the order of their markers. */
    public List<BindSlot> binds() {
        return slots.slots();
    }

    /** Returns the names of the parameters that have one. */
    Set<String> names() {
        return names;
    }

    /** Returns the parameters whose name is shared by another parameter with a different value; usually none. */
    List<BindSlot> repeatedNames() {
        return repeatedNames;
    }

    private static List<BindSlot> repeatedNames(List<BindSlot> binds) {
        var numbers = new HashMap<String, Integer>();
        var repeated = new HashSet<String>();
        for (var slot : binds) {
            var other = slot.name() == null ? null : numbers.putIfAbsent(slot.name(), slot.valueIndex());
            if (other != null && other != slot.valueIndex()) {
                repeated.add(slot.name());
            }
        }
        return binds.stream().filter(slot -> repeated.contains(slot.name())).toList();
    }

    /** Returns the result columns; possibly none. */
    public List<ResultColumn> columns() {
        return compiled.columns();
    }

    /**
     * Returns the number of rows of the last execution, as a hint for the initial capacity of collections.
     */
    public int lastRows() {
        return lastRows;
    }

    /** Records the number of rows of an execution. */
    public void lastRows(int count) {
        lastRows = count;
    }

    CompiledStatement compiled() {
        return compiled;
    }

    ParameterSlots slots() {
        return slots;
    }

    JdbcCodec<?>[] columnCodecs() {
        return columnCodecs;
    }

    /** Returns what the statement does and to which tables. */
    public StatementSubject subject() {
        return subject;
    }

    /** Returns the approximate memory of this statement and of the key under which it is cached, in bytes. */
    public int weight() {
        return weight;
    }

    /** Text takes a byte for each character and the key about as much; binds and columns are small objects. */
    private static int weight(CompiledStatement compiled) {
        return FIXED_WEIGHT + 2 * compiled.sql().length()
                + PART_WEIGHT * (compiled.binds().size() + compiled.columns().size());
    }

    /** Returns whether the SQL has marks for its schemas, which each execution replaces. */
    boolean isMarked() {
        return isMarked;
    }

    /** Returns whether only the database knows if the statement returns rows. */
    boolean isText() {
        return isText;
    }

    /** Returns whether the columns of the result are found by their names. */
    boolean isByName() {
        return isByName;
    }

    boolean returnsRows() {
        return columnCodecs.length > 0;
    }

    /** Returns whether the statement may change data. */
    boolean writes() {
        return writes;
    }

    boolean isInsert() {
        return isInsert;
    }

    /** Returns how the driver delivers keys or returned rows. */
    KeyWay keyWay() {
        return compiled.keyWay();
    }

    /** Returns the exception for a statement whose output parameters the backend does not read. */
    IllegalStateException outParameters() {
        return new IllegalStateException(
                "The statement returns rows by output parameters, which the backend does "
                        + "not read: " + sql() + ". Override Backend.outputParameters().");
    }

    boolean isRepeatable() {
        return repeatable != null;
    }

    /** Returns the tables that the statement names. */
    StatementTables tables() {
        return tables;
    }

    /** Returns whether the statement is text that may change any table. */
    boolean mayChangeAny() {
        return mayChangeAny;
    }

    /** Returns whether a query locks the rows that it returns. */
    boolean locks() {
        return locks;
    }

    /** Returns a text that identifies the columns and the types as which they are read. */
    String signature() {
        return columns().stream().map(column -> (isByName ? column.key() : "") + ":" + column.type())
                .collect(Collectors.joining(","));
    }

    /** Returns whether the parameters and columns of another statement have the same types. */
    boolean hasTypesOf(CachedStatement other) {
        return other == this || isByName == other.isByName
                && (!isByName || columns().stream().map(ResultColumn::key).toList()
                        .equals(other.columns().stream().map(ResultColumn::key).toList()))
                && columns().stream().map(ResultColumn::type).toList()
                        .equals(other.columns().stream().map(ResultColumn::type).toList())
                && binds().stream().map(BindSlot::type).toList()
                        .equals(other.binds().stream().map(BindSlot::type).toList());
    }

    /** Returns the table of an INSERT, otherwise null. */
    @Nullable
    Table table() {
        return table;
    }

    /** Returns the SQL of an INSERT with its row repeated. */
    String repeated(int rows) {
        if (rows == 1) {
            return sql();
        }
        var row = repeatable;
        if (row == null) {
            throw new IllegalStateException("no single row of values: " + sql());
        }
        String sql = sql();
        String text = sql.substring(row.start(), row.end());
        var repeated = new StringBuilder(sql.length() + (text.length() + row.separator().length()) * rows);
        repeated.append(sql, 0, row.end());
        for (int i = 1; i < rows; i++) {
            repeated.append(row.separator()).append(text);
        }
        return repeated.append(sql, row.end(), sql.length()).toString();
    }

    /**
     * Returns the row shape for a statement's own select list; those of statements with the same shape differ only in
     * object identity.
     */
    RowShape shape(SelectList selectList) {
        var known = shape;
        if (known != null && isSame(known.selectList(), selectList)) {
            return known;
        }
        var made = new RowShape(selectList, compiled.columns());
        shape = made;
        return made;
    }

    private static boolean isSame(SelectList a, SelectList b) {
        if (a == b) {
            return true;
        }
        int size = a.projections().size();
        if (a.isSingle() != b.isSingle() || size != b.projections().size()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (a.projections().get(i) != b.projections().get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the SQL. */
    @Override
    public String toString() {
        return SchemaMarks.replace(sql(), schema -> schema.isEmpty() ? "" : schema + '.');
    }
}
