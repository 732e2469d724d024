package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.addresses;
import static dev.rubedo.golden.GoldenSchema.users;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.error.RubedoException;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.ComposedStatement;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.ConflictUpdate;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Frame;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.LabelStyle;
import dev.rubedo.sql.Merge;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.RowLock;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TextClause;
import dev.rubedo.sql.Update;
import dev.rubedo.sql.Values;
import dev.rubedo.sql.Window;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever a method adds to a statement is seen in its SQL on every dialect, or refused; nothing is accepted and forgotten. */
class HonouredClausesTest {

    /** Methods whose effect is no clause of the text, with the reason. */
    private static final Map<String, String> ELSEWHERE = Map.of("options(StatementOption[])", "read by sessions",
            "withJoins(List)", "for planners, takes what join(...) made", "join(UnresolvedJoin)", "of entities",
            "join(UnresolvedJoin,Condition)", "of entities", "leftJoin(UnresolvedJoin)", "of entities",
            "leftJoin(UnresolvedJoin,Condition)", "of entities", "fullJoin(UnresolvedJoin)", "of entities",
            "fullJoin(UnresolvedJoin,Condition)", "of entities", "returningInOrder()",
            "refused where the database does not keep the order", "rewrite(Rewriter)", "a copy for rewriters");

    private static final Map<String, Pair> SAMPLES = new LinkedHashMap<>();

    /** A statement without something and with it. */
    private record Pair(Statement<?> without, Statement<?> with) {}

    static {
        selects();
        compounds();
        inserts();
        updatesAndDeletes();
        merges();
        details();
    }

    @Test
    void everyMethodHasASample() {
        var methods = new TreeSet<String>();
        for (var type : List.of(Select.class, CompoundSelect.class, Insert.class, Update.class, Delete.class,
                Merge.class,
                ConflictUpdate.class, RowLock.class, Window.class, FunctionCall.class, CommonTableExpression.class)) {
            Arrays.stream(type.getMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()
                            && (method.getReturnType() == type && method.getDeclaringClass() == type
                                    || isInherited(method)))
                    .map(method -> method.getName() + Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName).collect(Collectors.joining(",", "(", ")")))
                    .filter(name -> !ELSEWHERE.containsKey(name)).forEach(name -> methods.add(type.getSimpleName()
                            + "." + name));
        }

        assertThat(SAMPLES.keySet().stream().map(name -> name.replaceAll(" .*", "")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(methods);
    }

    /** Returns whether a superclass declares the method, which returns the statement itself. */
    private static boolean isInherited(Method method) {
        return ComposedStatement.class.isAssignableFrom(method.getDeclaringClass())
                && method.getGenericReturnType() instanceof TypeVariable<?> itself
                && itself.getGenericDeclaration() == method.getDeclaringClass();
    }

    @TestFactory
    Stream<DynamicTest> everyMethodIsHonoured() {
        return SAMPLES.entrySet().stream().flatMap(sample -> Compiled.dialects().stream()
                .map(dialect -> DynamicTest.dynamicTest(sample.getKey() + " on " + dialect,
                        () -> assertHonoured(sample.getValue(), dialect))));
    }

    /** A statement that a dialect refuses anyway is refused with any clause. */
    private static void assertHonoured(Pair sample, String dialect) {
        var without = text(sample.without(), dialect);
        var with = text(sample.with(), dialect);
        if (without.startsWith("refused: ")) {
            assertThat(with).startsWith("refused: ");
        } else {
            assertThat(with).isNotEqualTo(without);
        }
    }

    private static String text(Statement<?> statement, String dialect) {
        try {
            var compiled = Compiled.of(statement, dialect);
            return compiled.sql() + " " + compiled.parameters();
        } catch (RubedoException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private static void selects() {
        var query = select(users.id).orderBy(users.id);
        ofSelect("addColumns(Projection[])", query, q -> q.addColumns(users.name));
        ofSelect("columns(Projection)", query, q -> q.columns(users.name));
        ofSelect("columns(Projection,Projection,Projection[])", query, q -> q.columns(users.name, users.age));
        ofSelect("from(FromClause[])", query, q -> q.from(addresses));
        ofSelect("join(FromClause)", query, q -> q.join(addresses));
        ofSelect("join(FromClause,Condition)", query, q -> q.join(addresses, users.id.eq(addresses.id)));
        ofSelect("leftJoin(FromClause)", query, q -> q.leftJoin(addresses));
        ofSelect("leftJoin(FromClause,Condition)", query, q -> q.leftJoin(addresses, users.id.eq(addresses.id)));
        ofSelect("fullJoin(FromClause)", query, q -> q.fullJoin(addresses));
        ofSelect("fullJoin(FromClause,Condition)", query, q -> q.fullJoin(addresses, users.id.eq(addresses.id)));
        ofSelect("joinFrom(FromClause,FromClause)", query, q -> q.joinFrom(users, addresses));
        ofSelect("joinFrom(FromClause,FromClause,Condition)", query,
                q -> q.joinFrom(users, addresses, users.id.eq(addresses.id)));
        ofSelect("leftJoinFrom(FromClause,FromClause)", query, q -> q.leftJoinFrom(users, addresses));
        ofSelect("leftJoinFrom(FromClause,FromClause,Condition)", query,
                q -> q.leftJoinFrom(users, addresses, users.id.eq(addresses.id)));
        ofSelect("fullJoinFrom(FromClause,FromClause)", query, q -> q.fullJoinFrom(users, addresses));
        ofSelect("fullJoinFrom(FromClause,FromClause,Condition)", query,
                q -> q.fullJoinFrom(users, addresses, users.id.eq(addresses.id)));
        ofSelect("where(Expression[])", query, q -> q.where(users.active));
        ofSelect("filterBy(String,Object)", query, q -> q.filterBy("name", "x"));
        ofSelect("groupBy(Expression[])", query, q -> q.groupBy(users.id));
        ofSelect("having(Expression[])", query, q -> q.having(users.id.gt(1)));
        ofSelect("orderBy(OrderTerm[])", query, q -> q.orderBy(users.name));
        ofSelect("unordered()", query, q -> q.unordered());
        var pairs = select(users.id, addresses.userId).where(users.id.eq(addresses.userId));
        SAMPLES.put("Select.reducedColumns()", new Pair(pairs, pairs.reducedColumns()));
        ofSelect("unlimited()", query.limit(3).offset(2), q -> q.unlimited());
        ofSelect("ungrouped()", query.groupBy(users.id), q -> q.ungrouped());
        ofSelect("after(Object[])", query, q -> q.after(1));
        ofSelect("before(Object[])", query, q -> q.before(1));
        ofSelect("limit(long)", query, q -> q.limit(1));
        ofSelect("limit(Expression)", query, q -> q.limit(literal(1)));
        ofSelect("fetch(long,Form)", query, q -> q.fetch(1, RowLimit.Form.FETCH));
        ofSelect("fetch(long,Form) with ties", query.fetch(1, RowLimit.Form.FETCH),
                q -> q.fetch(1, RowLimit.Form.WITH_TIES));
        ofSelect("fetch(long,Form) percent", query.fetch(1, RowLimit.Form.FETCH),
                q -> q.fetch(1, RowLimit.Form.PERCENT));
        ofSelect("offset(long)", query, q -> q.offset(1));
        ofSelect("offset(Expression)", query, q -> q.offset(literal(1)));
        ofSelect("distinct()", query, q -> q.distinct());
        ofSelect("distinctOn(Expression[])", query.distinct(), q -> q.distinctOn(users.id));
        ofSelect("forUpdate()", query, q -> q.forUpdate());
        ofSelect("forUpdate(UnaryOperator)", query.forUpdate(), q -> q.forUpdate(lock -> lock.noWait()));
        ofSelect("forShare()", query.forUpdate(), q -> q.forShare());
        ofSelect("forShare(UnaryOperator)", query.forShare(), q -> q.forShare(lock -> lock.skipLocked()));
        var inner = select(addresses.id).where(addresses.userId.eq(users.id));
        SAMPLES.put("Select.labelStyle(LabelStyle)", new Pair(select(users.id),
                select(users.id).labelStyle(LabelStyle.TABLE_AND_COLUMN)));
        SAMPLES.put("Select.correlate(FromClause[])", new Pair(select(users.id).where(exists(inner)),
                select(users.id).where(exists(inner.correlate()))));
        SAMPLES.put("Select.correlateExcept(FromClause[])", new Pair(select(users.id).where(exists(inner)),
                select(users.id).where(exists(inner.correlateExcept(users)))));
        ofSelect("with(CommonTableExpression[])", query, q -> q.with(inner.columns(addresses.id).cte("c")));
        ofSelect("clauses(StatementClause[])", query, q -> q.clauses(TextClause.suffix("x")));
        ofSelect("clauses(StatementClause[]) prefix", query, q -> q.clauses(TextClause.prefix("x")));
    }

    private static void ofSelect(String method, Select<?> query, UnaryOperator<Select<?>> change) {
        SAMPLES.put("Select." + method, new Pair(query, change.apply(query)));
    }

    private static void compounds() {
        var union = union(select(users.id), select(addresses.id));
        SAMPLES.put("CompoundSelect.orderBy(OrderTerm[])", new Pair(union, union.orderBy(users.id)));
        SAMPLES.put("CompoundSelect.limit(long)", new Pair(union, union.limit(1)));
        SAMPLES.put("CompoundSelect.fetch(long,Form)", new Pair(union, union.fetch(1, RowLimit.Form.FETCH)));
        SAMPLES.put("CompoundSelect.offset(long)", new Pair(union, union.offset(1)));
        SAMPLES.put("CompoundSelect.offset(Expression)", new Pair(union, union.offset(literal(1))));
        SAMPLES.put("CompoundSelect.limit(Expression)", new Pair(union, union.limit(literal(1))));
        SAMPLES.put("CompoundSelect.unlimited()",
                new Pair(union.orderBy(users.id).limit(3), union.orderBy(users.id).limit(3).unlimited()));
        SAMPLES.put("CompoundSelect.unordered()",
                new Pair(union.orderBy(users.id), union.orderBy(users.id).unordered()));
        SAMPLES.put("CompoundSelect.clauses(StatementClause[])",
                new Pair(union, union.clauses(TextClause.suffix("x"))));
        SAMPLES.put("CompoundSelect.with(CommonTableExpression[])",
                new Pair(union, union.with(select(users.name).cte("c"))));
    }

    private static void inserts() {
        var insert = insertInto(users).values(users.id, 1, users.name, "n");
        ofInsert("values(SettableColumn,Object)", insert, i -> i.values(users.age, 1));
        ofInsert("values(SettableColumn,Expression)", insert, i -> i.values(users.age, literal(1)));
        ofInsert("values(ColumnReference,Expression)", insert, i -> i.values(untyped(), literal(1)));
        ofInsert("values(SettableColumn,Object,SettableColumn,Object)", insert,
                i -> i.values(users.age, 1, users.email, "e"));
        ofInsert("values(SettableColumn,Object,SettableColumn,Object,SettableColumn,Object)", insert,
                i -> i.values(users.age, 1, users.email, "e", users.fullname, "f"));
        ofInsert("values(SettableColumn,Object,SettableColumn,Object,SettableColumn,Object,SettableColumn,Object)",
                insert,
                i -> i.values(users.age, 1, users.email, "e", users.fullname, "f", users.active, false));
        ofInsert("setNull(SettableColumn)", insert, i -> i.setNull(users.age));
        var empty = insertInto(users);
        var row = values().set(users.id, 1).set(users.name, "n");
        SAMPLES.put("Insert.rows(List)", new Pair(empty, empty.rows(List.of(row, row))));
        SAMPLES.put("Insert.rows(Collection,BiFunction)",
                new Pair(empty, empty.rows(List.of(1, 2), (Values each, Integer id) -> each.set(users.id, id))));
        SAMPLES.put("Insert.fromSelect(Selectable,SettableColumn[])",
                new Pair(empty, empty.fromSelect(select(addresses.id), users.id)));
        SAMPLES.put("Insert.parameters(SettableColumn[])", new Pair(empty, empty.parameters(users.id)));
        var copied = empty.fromSelect(select(addresses.id), users.id);
        SAMPLES.put("Insert.withoutDefaults()", new Pair(copied, copied.withoutDefaults()));
        ofInsert("returning(Projection)", insert, i -> i.returning(users.age));
        ofInsert("returning(Projection,Projection,Projection[])", insert, i -> i.returning(users.age, users.name));
        ofInsert("with(CommonTableExpression[])", insert, i -> i.with(select(addresses.id).cte("c")));
        ofInsert("clauses(StatementClause[])", insert, i -> i.clauses(TextClause.suffix("x")));
        ofInsert("clauses(StatementClause[]) prefix", insert, i -> i.clauses(TextClause.prefix("x")));
    }

    private static Column<Object> untyped() {
        return users.column("age");
    }

    private static void ofInsert(String method, Insert<?> insert, UnaryOperator<Insert<?>> change) {
        SAMPLES.put("Insert." + method, new Pair(insert, change.apply(insert)));
    }

    private static void updatesAndDeletes() {
        var update = update(users).set(users.name, "n");
        ofUpdate("set(SettableColumn,Object)", update, u -> u.set(users.age, 1));
        ofUpdate("set(SettableColumn,Expression)", update, u -> u.set(users.age, literal(1)));
        ofUpdate("set(ColumnReference,Expression)", update, u -> u.set(untyped(), literal(1)));
        ofUpdate("setNull(SettableColumn)", update, u -> u.setNull(users.age));
        ofUpdate("parameters(SettableColumn[])", update, u -> u.parameters(users.age));
        ofUpdate("setIfPresent(SettableColumn,Object)", update, u -> u.setIfPresent(users.age, 1));
        ofUpdate("from(FromClause[])", update, u -> u.from(addresses));
        ofUpdate("where(Expression[])", update, u -> u.where(users.active));
        ofUpdate("filterBy(String,Object)", update, u -> u.filterBy("name", "x"));
        ofUpdate("returning(Projection)", update, u -> u.returning(users.id));
        ofUpdate("returning(Projection,Projection,Projection[])", update, u -> u.returning(users.id, users.age));
        ofUpdate("with(CommonTableExpression[])", update, u -> u.with(select(addresses.id).cte("c")));
        ofUpdate("clauses(StatementClause[])", update, u -> u.clauses(TextClause.suffix("x")));
        ofUpdate("clauses(StatementClause[]) prefix", update, u -> u.clauses(TextClause.prefix("x")));
        var delete = deleteFrom(users);
        ofDelete("using(FromClause[])", delete, d -> d.using(addresses));
        ofDelete("where(Expression[])", delete, d -> d.where(users.active));
        ofDelete("filterBy(String,Object)", delete, d -> d.filterBy("name", "x"));
        ofDelete("returning(Projection)", delete, d -> d.returning(users.id));
        ofDelete("returning(Projection,Projection,Projection[])", delete, d -> d.returning(users.id, users.age));
        ofDelete("with(CommonTableExpression[])", delete, d -> d.with(select(addresses.id).cte("c")));
        ofDelete("clauses(StatementClause[])", delete, d -> d.clauses(TextClause.suffix("x")));
        ofDelete("clauses(StatementClause[]) prefix", delete, d -> d.clauses(TextClause.prefix("x")));
    }

    private static void ofUpdate(String method, Update<?> update, UnaryOperator<Update<?>> change) {
        SAMPLES.put("Update." + method, new Pair(update, change.apply(update)));
    }

    private static void ofDelete(String method, Delete<?> delete, UnaryOperator<Delete<?>> change) {
        SAMPLES.put("Delete." + method, new Pair(delete, change.apply(delete)));
    }

    private static void merges() {
        var merge = mergeInto(users).using(addresses, users.id.eq(addresses.userId)).whenMatched()
                .update(row -> row.set(users.name, "n"));
        SAMPLES.put("Merge.using(FromClause,Condition)",
                new Pair(merge, merge.using(addresses, users.id.eq(addresses.id))));
        SAMPLES.put("Merge.returning(Projection)", new Pair(merge, merge.returning(users.id)));
        SAMPLES.put("Merge.returning(Projection,Projection,Projection[])",
                new Pair(merge, merge.returning(users.id, users.age)));
        SAMPLES.put("Merge.with(CommonTableExpression[])",
                new Pair(merge, merge.with(select(addresses.id).cte("c"))));
        SAMPLES.put("Merge.clauses(StatementClause[])", new Pair(merge, merge.clauses(TextClause.suffix("x"))));
        SAMPLES.put("Merge.clauses(StatementClause[]) prefix",
                new Pair(merge, merge.clauses(TextClause.prefix("x"))));
    }

    private static void details() {
        ofConflict("set(SettableColumn,Object)", change -> change.set(users.age, 1));
        ofConflict("set(SettableColumn,Expression)", change -> change.set(users.age, literal(1)));
        ofConflict("set(ColumnReference,Expression)", change -> change.set(untyped(), literal(1)));
        ofConflict("setNull(SettableColumn)", change -> change.setNull(users.age));
        ofConflict("where(Expression)", change -> change.where(users.active));
        ofLock("noWait()", lock -> lock.noWait());
        ofLock("skipLocked()", lock -> lock.skipLocked());
        ofLock("of(FromClause[])", lock -> lock.of(users));
        ofLock("keysFree()", lock -> lock.keysFree());
        ofWindow("partitionBy(Expression[])", window -> window.partitionBy(users.name));
        ofWindow("orderBy(OrderTerm[])", window -> window.orderBy(users.name));
        ofWindow("rows(FrameBound,FrameBound)", window -> window.rows(unboundedPreceding(), currentRow()));
        ofWindow("range(FrameBound,FrameBound)", window -> window.range(unboundedPreceding(), currentRow()));
        ofWindow("groups(FrameBound,FrameBound)", window -> window.groups(unboundedPreceding(), currentRow()));
        var framed = orderBy(users.id).rows(unboundedPreceding(), currentRow());
        SAMPLES.put("Window.exclude(Exclusion)", new Pair(select(sum(users.age).over(framed)),
                select(sum(users.age).over(framed.exclude(Frame.Exclusion.TIES)))));
        var joined = stringAgg(users.name, ",");
        SAMPLES.put("FunctionCall.filter(Condition)", new Pair(select(count(users.id)),
                select(count(users.id).filter(users.age.gt(1)))));
        SAMPLES.put("FunctionCall.distinct()", new Pair(select(count(users.id)), select(count(users.id).distinct())));
        SAMPLES.put("FunctionCall.distinct() of texts", new Pair(select(joined), select(joined.distinct())));
        SAMPLES.put("FunctionCall.orderBy(OrderTerm[])", new Pair(select(joined), select(joined.orderBy(users.id))));
        var middle = func("percentile_cont", DOUBLE, literal(0.5));
        SAMPLES.put("FunctionCall.withinGroup(OrderTerm[])", new Pair(select(middle).from(users),
                select(middle.withinGroup(users.id)).from(users)));
        SAMPLES.put("FunctionCall.filter(Condition) of texts",
                new Pair(select(joined), select(joined.filter(users.active.eq(true)))));
        var cte = select(users.id).cte("c");
        ofCte("materialized()", cte, cte.materialized());
        ofCte("notMaterialized()", cte, cte.notMaterialized());
        SAMPLES.put("CommonTableExpression.nested()", new Pair(select(select(cte).subquery("s")),
                select(select(cte.nested()).subquery("s"))));
    }

    private static void ofConflict(String method, UnaryOperator<ConflictUpdate> change) {
        var insert = insertInto(users).values(users.id, 1, users.name, "n").onConflict(users.id);
        SAMPLES.put("ConflictUpdate." + method, new Pair(insert.doUpdate(each -> each.set(users.name, "m")),
                insert.doUpdate(each -> change.apply(each.set(users.name, "m")))));
        var any = insertInto(users).values(users.id, 1, users.name, "n").onConflict();
        SAMPLES.put("ConflictUpdate." + method + " of any key",
                new Pair(any.doUpdate(each -> each.set(users.name, "m")),
                        any.doUpdate(each -> change.apply(each.set(users.name, "m")))));
    }

    private static void ofLock(String method, UnaryOperator<RowLock> change) {
        SAMPLES.put("RowLock." + method,
                new Pair(select(users.id).join(addresses).forUpdate(),
                        select(users.id).join(addresses).forUpdate(change)));
    }

    private static void ofWindow(String method, UnaryOperator<Window> change) {
        var window = orderBy(users.id);
        SAMPLES.put("Window." + method, new Pair(select(sum(users.age).over(window)),
                select(sum(users.age).over(change.apply(window)))));
    }

    private static void ofCte(String method, CommonTableExpression without, CommonTableExpression with) {
        SAMPLES.put("CommonTableExpression." + method, new Pair(select(without), select(with)));
    }
}
