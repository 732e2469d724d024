package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.ADDRESSES;
import static dev.rubedo.sql.Shop.USERS;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nodes of every kind, made by reflection from values that suit the types of their components. */
final class NodeSamples {

    /** What a component needs that its type does not tell; the first is the one of the sample. */
    private static final Map<String, List<?>> SPECIAL = Map.ofEntries(
            Map.entry("Extract.source",
                    List.of(Sql.func("now", Types.TIMESTAMP_TZ), Sql.func("then", Types.TIMESTAMP_TZ))),
            Map.entry("BooleanCondition.expression", List.of(USERS.active, Sql.func("b", Types.BOOLEAN))),
            Map.entry("FrameBound.kind", List.of(FrameBound.Kind.PRECEDING, FrameBound.Kind.FOLLOWING)),
            Map.entry("FrameBound.offset", List.of(Sql.literal(1), Sql.literal(2))),
            Map.entry("Frame.start", List.of(new FrameBound(FrameBound.Kind.UNBOUNDED_PRECEDING, null),
                    new FrameBound(FrameBound.Kind.PRECEDING, Sql.literal(1)))),
            Map.entry("Frame.end", List.of(new FrameBound(FrameBound.Kind.FOLLOWING, Sql.literal(1)),
                    new FrameBound(FrameBound.Kind.UNBOUNDED_FOLLOWING, null))),
            Map.entry("MergeAction.when", List.of(MergeAction.When.MATCHED, MergeAction.When.NOT_MATCHED_BY_SOURCE)),
            Map.entry("MergeAction.change",
                    List.of(Sql.deleteFrom(USERS), Sql.update(USERS).set(USERS.age, USERS.id))),
            Map.entry("JsonAccess.path", List.of(List.of("a"), List.of("b"))),
            Map.entry("ValuesTable.rows", List.of(rows(USERS.id), rows(USERS.age))),
            Map.entry("JoinStep.relationship", Arrays.asList(null, null)),
            Map.entry("ConflictClause.constraint", List.of("")),
            Map.entry("DerivedColumn.position", List.of(-1, 1)),
            Map.entry("CommonTableExpression.isSelfReference", List.of(false, true)),
            Map.entry("SelectList.isSingle", List.of(false)),
            Map.entry("Alias.source", List.of(USERS, ADDRESSES)));

    private NodeSamples() {}

    private static List<?> rows(Expression<?> first) {
        return List.of(List.of(first, USERS.name));
    }

    /** Every kind of node that is a record of this package. */
    static List<Class<?>> kinds() {
        var kinds = new LinkedHashSet<Class<?>>();
        collect(Node.class, kinds);
        return List.copyOf(kinds);
    }

    private static void collect(Class<?> type, Set<Class<?>> kinds) {
        if (type.isRecord()) {
            kinds.add(type);
        } else if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(permitted -> collect(permitted, kinds));
        }
    }

    /** The node of a kind whose components all have their first values. */
    static Object sample(Class<?> kind) {
        return make(kind, Arrays.stream(kind.getRecordComponents()).map(each -> variants(kind, each).get(0)).toList());
    }

    /** The nodes of a kind that differ from the sample in one component, by the name of that component. */
    static Map<String, List<Object>> changed(Class<?> kind) {
        var changed = new LinkedHashMap<String, List<Object>>();
        var components = kind.getRecordComponents();
        var first = Arrays.stream(components).<@Nullable Object>map(each -> variants(kind, each).get(0)).toList();
        for (int i = 0; i < components.length; i++) {
            var nodes = new ArrayList<Object>();
            for (var variant : variants(kind, components[i]).stream().skip(1).toList()) {
                var values = new ArrayList<@Nullable Object>(first);
                values.set(i, variant);
                nodes.add(make(kind, values));
            }
            changed.put(kind.getSimpleName() + "." + components[i].getName(), nodes);
        }
        return changed;
    }

    private static Object make(Class<?> kind, List<?> values) {
        try {
            Constructor<?> constructor = kind.getDeclaredConstructor(
                    Arrays.stream(kind.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(kind + " of " + values, e);
        }
    }

    private static List<? extends @Nullable Object> variants(Class<?> kind, RecordComponent component) {
        var special = SPECIAL.get(kind.getSimpleName() + "." + component.getName());
        return special != null ? special : variants(component.getGenericType());
    }

    /** Different values of a type; those of a record that is part of a node differ in one component each. */
    static List<? extends @Nullable Object> variants(Type type) {
        var raw = raw(type);
        if (raw == List.class) {
            var elements = variants(((ParameterizedType) type).getActualTypeArguments()[0]);
            return elements.stream().map(each -> Arrays.asList(each, elements.get(0))).toList();
        }
        if (raw.isEnum() && raw != NoCondition.class) {
            return List.of(raw.getEnumConstants());
        }
        if (raw.isRecord() && !Node.class.isAssignableFrom(raw) && raw != ColumnName.class) {
            return Stream.concat(Stream.of(sample(raw)), changed(raw).values().stream().flatMap(List::stream)).toList();
        }
        return leaves(raw);
    }

    private static List<? extends @Nullable Object> leaves(Class<?> raw) {
        if (raw == boolean.class) {
            return List.of(false, true);
        } else if (raw == int.class) {
            return List.of(1, 2);
        } else if (raw == String.class) {
            return List.of("a", "b");
        } else if (raw == SqlType.class) {
            return List.of(Types.INTEGER, Types.BIGINT);
        } else if (raw == AliasName.class) {
            return List.of(AliasName.of("a"), AliasName.of("b"), AliasName.anonymous("a"));
        } else if (raw == ColumnName.class) {
            return List.of(new ColumnName("x", Types.INTEGER), new ColumnName("y", Types.INTEGER));
        } else if (raw == Condition.class) {
            return List.of(USERS.id.isNull(), USERS.id.isNotNull(), NoCondition.NONE);
        } else if (raw == FunctionCall.class) {
            return List.of(Sql.max(USERS.id), Sql.min(USERS.id));
        } else if (raw == TextStatement.class) {
            return List.of(Sql.text("select 1"), Sql.text("select 2"));
        } else if (raw == BindParameter.class) {
            return List.of(new BindParameter<>("a", 1, false, Types.INTEGER),
                    new BindParameter<>("a", "x", false, Types.STRING));
        } else if (raw == StatementOption.class) {
            return List.of(new Option(1), new Option(2));
        } else if (raw == StatementClause.class) {
            return List.of(TextClause.suffix("a"), TextClause.suffix("b"));
        } else if (raw == Into.Builder.class) {
            return List.<Into.Builder<?>>of(values -> 1, values -> 2);
        } else if (raw == CommonTableExpression.class) {
            return List.of(Sql.select(USERS.id).cte("c"), Sql.select(USERS.id).cte("d"));
        } else if (raw.isAssignableFrom(USERS.id.getClass()) && raw != Object.class) {
            return List.of(USERS.id, USERS.age);
        } else if (raw.isAssignableFrom(USERS.getClass()) && raw != Object.class) {
            return List.of(USERS, ADDRESSES);
        } else if (raw.isAssignableFrom(Select.class) && raw != Object.class) {
            return List.of(Sql.select(USERS.id), Sql.select(USERS.age));
        }
        return List.of(1, 2);
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> raw(generic.getRawType());
            case WildcardType wildcard -> raw(wildcard.getUpperBounds()[0]);
            default -> Object.class;
        };
    }

    /** An option of a session. */
    record Option(int number) implements StatementOption {}
}
