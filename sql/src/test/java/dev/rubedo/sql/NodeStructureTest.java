package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of node says all that it consists of: keys, equality, walks and rewriting follow from what it says. */
class NodeStructureTest {

    /** What the text does not depend on: values, and what only Java sees. */
    private static final Set<String> NOT_IN_THE_KEY = Set.of("BindParameter.value", "BindParameter.isRequired",
            "InValues.values", "Into.builder", "TextStatement.statementOptions", "options");

    /** What the text for people leaves out, since SQL does: types, names of parameters, and what only Java sees. */
    private static final Set<String> NOT_IN_THE_TEXT = Set.of("TextSelect.isByName", "Binary.type", "Case.type",
            "TypeCoercion.type",
            "FunctionCall.type", "Literal.type", "NullValue.type", "Quantified.type", "Unary.type",
            "CustomOperation.type", "BindParameter.isRequired", "BindParameter.type", "BindParameter.name",
            "BindParameter.value",
            "InValues.name", "InValues.values", "TextStatement.statementOptions", "Into.builder",
            "TextSelect.selectList", "TextStatement.parameters",
            // a source is shown by its name, and a label only in a select list
            "CommonTableExpression.query", "CommonTableExpression.isRecursive", "CommonTableExpression.isSelfReference",
            "CommonTableExpression.materialization", "CommonTableExpression.isNested", "TableFunction.columnNames",
            "Labeled.label",
            // seen where parentheses are needed
            "CustomOperation.precedence",
            // the ANSI dialect writes no flags
            "RegexpMatch.flags");

    /** What follows from another component. */
    private static final Set<String> IMPLIED = Set.of("DerivedColumn.type");

    static List<Class<?>> kinds() {
        return NodeSamples.kinds();
    }

    static Stream<Class<?>> statements() {
        return Stream.of(Select.class, Insert.class, Update.class, Delete.class, Merge.class,
                CompoundSelect.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyComponentChangesTheKeyAndTheEquality(Class<?> kind) {
        var sample = (Node) NodeSamples.sample(kind);

        NodeSamples.changed(kind).forEach((component, nodes) -> {
            for (var node : nodes) {
                boolean isEqual = IMPLIED.contains(component);
                assertThat(node.equals(sample)).as(component + " of " + node).isEqualTo(isEqual);
                assertThat(key(node).equals(key(sample))).as(component + " in the key of " + node)
                        .isEqualTo(isEqual || NOT_IN_THE_KEY.contains(component));
            }
        });
        assertThat((Object) NodeSamples.sample(kind)).isEqualTo(sample).hasSameHashCodeAs(sample);
        assertThat(key(NodeSamples.sample(kind))).isEqualTo(key(sample)).hasSameHashCodeAs(key(sample));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyComponentChangesTheText(Class<?> kind) {
        var text = NodeSamples.sample(kind).toString();

        NodeSamples.changed(kind).forEach((component, nodes) -> {
            if (!NOT_IN_THE_TEXT.contains(component)) {
                assertThat(nodes).as(component).extracting(Object::toString).doesNotContain(text);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("statements")
    void everyClauseChangesTheKeyAndTheEquality(Class<?> kind) throws ReflectiveOperationException {
        var sample = statement(kind, null, null);

        for (var field : clauses(kind)) {
            for (var variant : NodeSamples.variants(field.getGenericType())) {
                var changed = statement(kind, field, variant);
                if (Objects.equals(variant, field.get(parts(sample)))) {
                    continue;
                }
                assertThat((Object) changed).as(field.getName()).isNotEqualTo(sample);
                boolean isSame = NOT_IN_THE_KEY.contains(field.getName());
                assertThat(key(changed).equals(key(sample))).as(field.getName() + " in the key").isEqualTo(isSame);
            }
        }
        assertThat((Object) statement(kind, null, null)).isEqualTo(sample).hasSameHashCodeAs(sample);
    }

    @Test
    void theKindOfACompoundIsInTheKey() {
        var queries = List.of(Sql.select(USERS.id), Sql.select(USERS.age));

        assertThat(Arrays.stream(CompoundSelect.Kind.values()).map(kind -> key(new CompoundSelect<>(kind, queries))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyChildIsVisitedAndReplaced(Class<?> kind) {
        var sample = (Node) NodeSamples.sample(kind);
        var nodes = Stream.concat(Stream.of(sample), NodeSamples.changed(kind).values().stream().flatMap(List::stream));

        nodes.forEach(node -> {
            assertChildrenVisited((Node) node, kind);
            // a reference to itself is not walked into, for its query stands around it
            if (!(node instanceof CommonTableExpression cte && cte.isSelfReference())) {
                assertReplaced(carrier(node));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("statements")
    void everyClauseIsVisitedAndReplaced(Class<?> kind) throws ReflectiveOperationException {
        for (var field : clauses(kind)) {
            for (var variant : NodeSamples.variants(field.getGenericType())) {
                assertReplaced((Statement<?>) statement(kind, field, variant));
            }
        }
    }

    private static void assertChildrenVisited(Node node, Class<?> kind) {
        var visited = visited(carrier(node));
        for (var component : kind.getRecordComponents()) {
            var value = value(component.getAccessor(), node);
            var children = value instanceof List<?> list ? list : Arrays.asList(value);
            for (var child : children) {
                boolean isBelow = child instanceof Node && !(node instanceof DerivedColumn<?>)
                        && !(node instanceof CommonTableExpression cte && cte.isSelfReference());
                if (isBelow) {
                    assertThat(visited).as(kind.getSimpleName() + "." + component.getName()).contains((Node) child);
                }
            }
        }
    }

    /** What a rewriter changes is found nowhere afterwards, and one that changes nothing gives the same instance. */
    private static void assertReplaced(Statement<?> statement) {
        assertThat((Object) new Rewriter() {}.statement(statement)).isSameAs(statement);
        boolean holdsIt = visited(statement).contains(USERS.id);
        var changed = new Swap().statement(statement);

        assertThat(changed != statement).as("is another instance: " + statement).isEqualTo(holdsIt);
        assertThat(visited(changed)).doesNotContain(USERS.id);
    }

    private static Set<Node> visited(Statement<?> statement) {
        Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        new Walker() {
            @Override
            public void expression(Expression<?> node) {
                visited.add(node);
                super.expression(node);
            }

            @Override
            public void projection(Projection<?> node) {
                visited.add(node);
                super.projection(node);
            }

            @Override
            public void term(OrderTerm node) {
                visited.add(node);
                super.term(node);
            }

            @Override
            public void from(FromClause node) {
                visited.add(node);
                super.from(node);
            }

            @Override
            public void statement(Statement<?> node) {
                visited.add(node);
                super.statement(node);
            }

            @Override
            public void clause(StatementClause node) {
                visited.add(node);
                super.clause(node);
            }
        }.statement(statement);
        return visited;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesBelowANodeAreNoPartOfTheKey(Class<?> kind) {
        var sample = carrier(NodeSamples.sample(kind));

        var one = new Values(1).statement(sample);
        var two = new Values(2).statement(sample);

        assertThat(StatementShape.of(one)).isEqualTo(StatementShape.of(two));
        if (one != sample) {
            assertThat(StatementShape.of(one).values()).isNotEqualTo(StatementShape.of(two).values());
        }
    }

    @Test
    void valuesInsideCustomNodesAreNoPartOfTheKey() {
        assertThat(shape(new Doubled(Sql.value(1), "x"))).isEqualTo(shape(new Doubled(Sql.value(2), "x")));
        assertThat(shape(new Doubled(USERS.age.plus(1), "x"))).isEqualTo(shape(new Doubled(USERS.age.plus(2), "x")));
        assertThat(shape(new Doubled(Sql.value(1), "x"))).isNotEqualTo(shape(new Doubled(Sql.value(1), "y")));
        assertThat(shape(new Doubled(Sql.value(1), "x"))).isNotEqualTo(shape(new Doubled(USERS.age, "x")));
        assertThat(StatementShape.of(Sql.select(new Doubled(Sql.value(7), "x"))).values()).containsExactly(7);
    }

    @Test
    void valuesInsideCustomClausesAreNoPartOfTheKey() {
        var query = Sql.select(USERS.id);

        assertThat(StatementShape.of(query.clauses(new Hint(List.of(Sql.value(1)), "h"))))
                .isEqualTo(StatementShape.of(query.clauses(new Hint(List.of(Sql.value(2)), "h"))))
                .isNotEqualTo(StatementShape.of(query.clauses(new Hint(List.of(Sql.value(1)), "other"))));
    }

    @Test
    void customNodesAreVisitedAndReplaced() {
        assertReplaced(Sql.select(new Doubled(USERS.id, "x")));
        assertReplaced(Sql.select(USERS.name).clauses(new Hint(List.of(USERS.id), "h")));
    }

    @Test
    void parametersOfTextsAreReplaced() {
        var text = Sql.text("age = :age", Types.BOOLEAN).bind("age", 1);
        var query = Sql.text("select id from users where age = :age").bind("age", 1);
        for (var statement : List.<Statement<?>>of(Sql.select(text), query, query.columns(USERS.id))) {
            assertThat(StatementShape.of(statement).values()).containsExactly(1);
            assertThat(StatementShape.of(new Numbered(2).statement(statement)).values()).containsExactly(2);
            assertThat((Object) new Numbered(1).statement(statement)).isEqualTo(statement);
            assertThatThrownBy(() -> new Rewriter() {
                @Override
                @SuppressWarnings("unchecked") // only the name differs
                public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
                    return node instanceof BindParameter<?> bind
                            ? (Expression<T>) new BindParameter<>("other", 1, false, Types.INTEGER)
                            : super.expression(node);
                }
            }.statement(statement)).isInstanceOf(IllegalStateException.class)
                    .hasMessage("Only a parameter of the same name can replace the parameter \"age\" of a text.");
        }
    }

    @Test
    void optionsAreReplaced() {
        var without = new Rewriter() {
            @Override
            protected List<StatementOption> options(List<StatementOption> options) {
                return List.of();
            }
        };
        var option = new NodeSamples.Option(1);
        var query = Sql.select(USERS.id);
        for (var statement : List.<Statement<?>>of(query.options(option), Sql.union(query, query).options(option),
                Sql.insertInto(USERS).options(option), Sql.update(USERS).options(option),
                Sql.deleteFrom(USERS).options(option), Sql.text("select 1").options(option),
                Sql.text("select 1").columns(USERS.id).options(option))) {
            assertThat(new Rewriter() {}.statement(statement).statementOptions()).containsExactly(option);
            assertThat(without.statement(statement).statementOptions()).isEmpty();
        }
    }

    /** Gives every parameter another value. */
    private static final class Numbered extends Rewriter {
        private final int number;

        private Numbered(int number) {
            this.number = number;
        }

        @Override
        @SuppressWarnings("unchecked") // the parameters are numbers
        public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
            return node instanceof BindParameter<?> bind
                    ? (Expression<T>) new BindParameter<>(bind.name(), number, false, Types.INTEGER)
                    : super.expression(node);
        }
    }

    private static StatementShape shape(Expression<?> expression) {
        return StatementShape.of(Sql.select(expression));
    }

    private static StatementShape key(Object node) {
        return StatementShape.of(carrier(node));
    }

    /** A statement that the node is part of. */
    private static Statement<?> carrier(Object node) {
        return switch (node) {
            case Statement<?> statement -> statement;
            case Ordered term -> Sql.select(USERS.name).orderBy(term);
            case StatementClause clause -> Sql.select(USERS.name).clauses(clause);
            case Projection<?> projection -> new Select<>(SelectList.one(projection));
            case FromClause from -> Sql.select(USERS.name).from(from);
            default -> throw new AssertionError("No statement holds a " + node.getClass());
        };
    }

    /** A transient field follows from the others. */
    private static List<Field> clauses(Class<?> kind) throws ReflectiveOperationException {
        var fields = new ArrayList<Field>();
        for (Class<?> type = partsOf(kind); type != Object.class; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if ((field.getModifiers() & (Modifier.FINAL | Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                    field.setAccessible(true);
                    fields.add(field);
                }
            }
        }
        assertThat(fields).hasSizeGreaterThan(5);
        return fields;
    }

    private static Class<?> partsOf(Class<?> kind) {
        return Arrays.stream(kind.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == 1)
                .<Class<?>>map(constructor -> constructor.getParameterTypes()[0])
                .filter(StatementParts.class::isAssignableFrom).findFirst().orElseThrow();
    }

    private static StatementParts parts(Object statement) {
        return ((ComposedStatement<?>) statement).parts();
    }

    /** A statement of a kind with one clause changed, past the checks of its methods. */
    private static Object statement(Class<?> kind, @Nullable Field clause, @Nullable Object value)
            throws ReflectiveOperationException {
        Object base = switch (kind.getSimpleName()) {
            case "Select" -> Sql.select(USERS.name);
            case "Insert" -> Sql.insertInto(USERS);
            case "Update" -> Sql.update(USERS);
            case "Delete" -> Sql.deleteFrom(USERS);
            case "Merge" -> Sql.mergeInto(USERS);
            default -> Sql.union(Sql.select(USERS.name), Sql.select(USERS.name));
        };
        var parts = parts(base).copy();
        if (clause != null) {
            clause.set(parts, value);
        }
        Constructor<?> constructor = kind.getDeclaredConstructor(partsOf(kind));
        constructor.setAccessible(true);
        return constructor.newInstance(parts);
    }

    private static @Nullable Object value(Method accessor, Object node) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Replaces one column by another. */
    private static final class Swap extends Rewriter {
        @Override
        @SuppressWarnings("unchecked") // both columns are of one type
        public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
            return node == USERS.id ? (Expression<T>) (Expression<?>) USERS.age : super.expression(node);
        }
    }

    /** Replaces a column by a value where it is not one that is filled. */
    private static final class Values extends Rewriter {
        private final int number;

        private Values(int number) {
            this.number = number;
        }

        @Override
        @SuppressWarnings("unchecked") // the column is of that type
        public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
            return node == USERS.id
                    ? (Expression<T>) (Expression<?>) new BindParameter<>("", number, false, Types.INTEGER)
                    : super.expression(node);
        }

        @Override
        public <T extends @Nullable Object> SettableColumn<T> column(SettableColumn<T> node) {
            return node;
        }
    }

    /** A custom expression as anybody would write it. */
    private record Doubled(Expression<?> operand, String name) implements CustomExpression<Integer> {
        @Override
        public SqlType<Integer> type() {
            return Types.INTEGER;
        }

        @Override
        public List<Expression<?>> children() {
            return List.of(operand);
        }

        @Override
        public CustomExpression<Integer> withChildren(List<Expression<?>> children) {
            return new Doubled(children.get(0), name);
        }

        @Override
        public void write(SqlWriter out) {
            out.sql(name).sql("(").expression(operand).sql(")");
        }
    }

    /** A custom clause as anybody would write it. */
    private record Hint(List<Expression<?>> children, String name) implements CustomClause {
        @Override
        public Place place() {
            return Place.AT_END;
        }

        @Override
        public CustomClause withChildren(List<Expression<?>> other) {
            return new Hint(other, name);
        }

        @Override
        public void write(SqlWriter out) {
            out.sql(name);
        }
    }
}
