package dev.rubedo.compile;

import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.LabelStyle;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.RowLock;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.SqlWriter;
import dev.rubedo.sql.Statement;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The state of one compilation: the text so far, its parameters and result columns, the generated names, and the
 * context of the place that is being written.
 *
 * <p>Confined to one thread at a time.
 */
public final class RenderContext implements SqlWriter {

    private final Renderers renderers;
    private final ValueNumbers numbers;
    private final AnonymousNames names;
    private final List<ResultColumn> columns = new ArrayList<>();
    private final Map<Statement<?>, QueryLabels> labels = new IdentityHashMap<>();
    private final Map<BindParameter<?>, ColumnReference<?>> defaults = new IdentityHashMap<>();
    private final CommonTables commonTables;
    private Fragment fragment = new Fragment();
    private OutputStyle style;
    private @Nullable QueryScope scope;
    private @Nullable RowSource renamed;
    private String newName = "";
    private KeyWay keyWay = KeyWay.GENERATED_KEYS;

    RenderContext(Renderers renderers, ValueNumbers numbers, OutputStyle style) {
        this.renderers = renderers;
        this.names = new AnonymousNames(Math.min(renderers.selects().maximumNameLength(),
                renderers.traits().maximumLabelLength()), renderers.traits()::identifierLength);
        this.commonTables = new CommonTables(renderers.selects().saysRecursive());
        this.numbers = numbers;
        this.style = style;
    }

    @Override
    public RenderContext sql(String text) {
        fragment.sql.append(text);
        return this;
    }

    @Override
    public RenderContext identifier(String name) {
        fragment.sql.append(renderers.traits().quoter().quote(name));
        return this;
    }

    @Override
    public RenderContext expression(Expression<?> expression) {
        renderers.expressions().render(expression, this);
        return this;
    }

    @Override
    public RenderContext query(Selectable<?> query) {
        renderers.selects().renderSubquery(query, this);
        return this;
    }

    @Override
    public String dialect() {
        return renderers.traits().name();
    }

    /** Returns the traits of the dialect. */
    public DialectTraits traits() {
        return renderers.traits();
    }

    /** Returns all renderers of the dialect. */
    public Renderers renderers() {
        return renderers;
    }

    /** Returns the renderer of expressions other than calls and conditions. */
    public ExpressionRenderer expressions() {
        return renderers.expressions();
    }

    /** Returns the renderer of function calls and their windows. */
    public FunctionRenderer functions() {
        return renderers.functions();
    }

    /** Returns the renderer of conditions. */
    public ConditionRenderer conditions() {
        return renderers.conditions();
    }

    /** Returns the renderer of queries and FROM clauses. */
    public SelectRenderer selects() {
        return renderers.selects();
    }

    /** Returns the renderer of INSERT. */
    public InsertRenderer inserts() {
        return renderers.inserts();
    }

    /** Returns the renderer of the rows that INSERT, UPDATE and DELETE return. */
    public ReturningRenderer returning() {
        return renderers.returning();
    }

    /** Returns the renderer of type names. */
    public TypeRenderer types() {
        return renderers.types();
    }

    /** Returns the renderer of literals. */
    public LiteralRenderer literals() {
        return renderers.literals();
    }

    /** Writes an expression, in parentheses if the given precedence requires them. */
    public RenderContext operand(Expression<?> expression, int precedence) {
        return Parentheses.needed(expression, precedence, renderers) ? parenthesized(expression)
                : expression(expression);
    }

    /** Writes an operand of an operator, in parentheses if it has a lower precedence. */
    public RenderContext operand(Expression<?> operand, Operator operator) {
        return Parentheses.needed(operand, operator, renderers) ? parenthesized(operand) : expression(operand);
    }

    /** Writes {@code left token right}, each side as an operand of the operator. */
    public RenderContext infix(Expression<?> left, Operator operator, String token, Expression<?> right) {
        return operand(left, operator).sql(" ").sql(token).sql(" ").operand(right, operator);
    }

    /** Writes an expression in parentheses. */
    public RenderContext parenthesized(Expression<?> expression) {
        return sql("(").expression(expression).sql(")");
    }

    /** Writes several items, separated by {@code ", "}. */
    public <E> RenderContext list(List<? extends E> items, BiConsumer<? super E, RenderContext> write) {
        boolean first = true;
        for (E item : items) {
            if (!first) {
                sql(", ");
            }
            first = false;
            write.accept(item, this);
        }
        return this;
    }

    /** Writes expressions, separated by {@code ", "}. */
    public RenderContext expressions(List<? extends Expression<?>> items) {
        return list(items, (item, out) -> out.operand(ConditionRenderer.value(item), Parentheses.LIKE_ONLY));
    }

    /** Writes a value as a literal. */
    public RenderContext literal(@Nullable Object value, SqlType<?> type) {
        return sql(renderers.literals().render(value, type));
    }

    /**
     * Writes and records the marker of a parameter, or its value where no parameter is allowed.
     *
     * @param parameter the parameter
     * @param type the type it is bound with
     */
    public RenderContext bind(BindParameter<?> parameter, SqlType<?> type) {
        if (style.inlinesValues()) {
            return literal(parameter.value(), type);
        }
        var column = defaults.get(parameter);
        fragment.binds.add(column == null
                ? BindSlot.single(numbers.of(parameter), parameter.name(), type)
                : new BindSlot(numbers.of(parameter), null, type, false, List.of(), column));
        return sql(renderers.types().marker(type));
    }

    /** Writes the marker of a column's default. */
    void bindDefault(ColumnReference<?> column, int valueIndex) {
        fragment.binds.add(new BindSlot(valueIndex, null, column.type(), false, List.of(), column));
        sql(renderers.types().marker(column.type()));
    }

    /** Writes the marker of an implied number of rows. */
    void bindNumber(Object owner, long number) {
        if (style.inlinesValues()) {
            sql(Long.toString(number));
            return;
        }
        fragment.binds.add(BindSlot.single(numbers.of(owner), "", Types.BIGINT));
        sql(renderers.types().marker(Types.BIGINT));
    }

    /** Adds a parameter for the client-side default of a column. */
    void bindDefault(BindParameter<?> parameter, ColumnReference<?> column, int number) {
        numbers.put(parameter, number);
        defaults.put(parameter, column);
    }

    /** Returns the output style at this place. */
    OutputStyle style() {
        return style;
    }

    /** Runs {@code body} with another output style, then restores the current one. */
    RenderContext in(OutputStyle other, Runnable body) {
        var before = style;
        style = other;
        try {
            body.run();
        } finally {
            style = before;
        }
        return this;
    }

    /** Returns the enclosing query of the place being written, or null for none. */
    @Nullable
    QueryScope scope() {
        return scope;
    }

    /**
     * Returns the row lock of the query being written, for a dialect that writes it after each table.
     *
     * @return the lock, or null for none
     */
    public @Nullable RowLock lock() {
        return scope == null ? null : scope.lock;
    }

    /**
     * Runs {@code body} with the columns of a source qualified by another name, such as {@code inserted} in the OUTPUT
     * clause of SQL Server.
     *
     * @param source the source
     * @param name the other name, written verbatim
     * @param body the part of the rendering to which the name applies
     */
    public void renamed(RowSource source, String name, Runnable body) {
        var before = renamed;
        var nameBefore = newName;
        renamed = source;
        newName = name;
        try {
            body.run();
        } finally {
            renamed = before;
            newName = nameBefore;
        }
    }

    /** Returns the other name that qualifies the columns of a source here, or null for its own. */
    @Nullable
    String newName(RowSource source) {
        return renamed != null && renamed.equals(source) ? newName : null;
    }

    /** Runs {@code body} in the scope of a query. */
    void within(@Nullable QueryScope inner, Runnable body) {
        var before = scope;
        scope = inner;
        try {
            body.run();
        } finally {
            scope = before;
        }
    }

    /** Runs {@code body} and returns what it writes as a separate fragment. */
    Fragment apart(Runnable body) {
        var before = fragment;
        var piece = new Fragment();
        fragment = piece;
        try {
            body.run();
        } finally {
            fragment = before;
        }
        return piece;
    }

    /** Returns the fragment being written. */
    Fragment fragment() {
        return fragment;
    }

    /** Returns the names of the columns of a query or RETURNING clause. */
    QueryLabels labelsOf(Statement<?> query) {
        return query instanceof CompoundSelect<?> compound ? labelsOf(compound.queries().get(0))
                : labels(query, column -> FromRenderer.nameOf(column, this));
    }

    /**
     * Returns the names of the columns of a query that is about to be written, whose sources are named in the same
     * order.
     */
    QueryLabels labelsToWrite(Select<?> query) {
        return labels(query, column -> {
            var name = FromRenderer.nameOf(column, this);
            FromRenderer.nameSource(column, this);
            return name;
        });
    }

    private QueryLabels labels(Statement<?> query, Function<ColumnReference<?>, String> nameOf) {
        var known = labels.get(query);
        if (known == null) {
            known = new QueryLabels(query.columns(), LabelStyle.of(query), nameOf,
                    column -> FromRenderer.labelStart(column.source(), this));
            labels.put(query, known);
        }
        return known;
    }

    AnonymousNames names() {
        return names;
    }

    CommonTables commonTables() {
        return commonTables;
    }

    int numberOf(Object owner) {
        return numbers.of(owner);
    }

    void column(ResultColumn column) {
        columns.add(column);
    }

    /** Records how the driver delivers the rows that the statement returns. */
    void keyWay(KeyWay way) {
        keyWay = way;
    }

    CompiledStatement finish() {
        return new CompiledStatement(fragment, columns, keyWay);
    }

    /**
     * An output style.
     *
     * @param qualifiesColumns whether columns are qualified with the name of their table
     * @param qualifiesTables whether tables are qualified with the name of their schema
     * @param inlinesValues whether values are written as literals instead of markers
     */
    record OutputStyle(boolean qualifiesColumns, boolean qualifiesTables, boolean inlinesValues) {

        static final OutputStyle STATEMENT = new OutputStyle(true, true, false);
        static final OutputStyle DEFINITION = new OutputStyle(false, true, true);

        OutputStyle withoutTables() {
            return new OutputStyle(false, qualifiesTables, inlinesValues);
        }

        OutputStyle withValuesInline() {
            return new OutputStyle(qualifiesColumns, qualifiesTables, true);
        }
    }
}
