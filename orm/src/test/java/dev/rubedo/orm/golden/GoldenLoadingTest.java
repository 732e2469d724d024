package dev.rubedo.orm.golden;

import static dev.rubedo.orm.Orm.columnsOf;
import static dev.rubedo.orm.Orm.containsEager;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.forUpdate;
import static dev.rubedo.orm.Orm.immediate;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.loadAll;
import static dev.rubedo.orm.Orm.raise;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.selectInPolymorphic;
import static dev.rubedo.orm.Orm.subquery;
import static dev.rubedo.orm.Orm.withPolymorphic;
import static dev.rubedo.orm.golden.Address_.ADDRESS;
import static dev.rubedo.orm.golden.Car_.CAR;
import static dev.rubedo.orm.golden.Employee_.EMPLOYEE;
import static dev.rubedo.orm.golden.Engineer_.ENGINEER;
import static dev.rubedo.orm.golden.Item_.ITEM;
import static dev.rubedo.orm.golden.Manager_.MANAGER;
import static dev.rubedo.orm.golden.Node_.NODE;
import static dev.rubedo.orm.golden.OrderItem_.ORDER_ITEM;
import static dev.rubedo.orm.golden.Order_.ORDER;
import static dev.rubedo.orm.golden.Shape_.SHAPE;
import static dev.rubedo.orm.golden.User_.USER;
import static dev.rubedo.orm.golden.Vehicle_.VEHICLE;
import static dev.rubedo.orm.golden.Vertex_.VERTEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.error.MultipleResultsException;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.error.DetachedInstanceException;
import dev.rubedo.orm.error.EntityNotFoundException;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recorded loading of SQLAlchemy, from a folder that the environment variable {@code RUBEDO_GOLDEN} names: the same
 * statements on SQLite, and the same objects.
 */
class GoldenLoadingTest {

    /** The cases whose statements have another form for a reason; their results are the same. */
    private static final Map<String, String> OTHER_FORM = Map.ofEntries(
            Map.entry("contains_eager_filter", "the columns of the owner come first"),
            Map.entry("expire", "the key of an expired object is known and not read again"),
            Map.entry("expired_deleted_row", "the key of an expired object is known and not read again"),
            Map.entry("poly_all", "the attributes of a subclass are loaded for all objects of the result together"),
            Map.entry("poly_concrete", "the class of a row is told by a column that comes first and needs no mapping"),
            Map.entry("poly_selectin", "only the table of the subclass is read, by its key"),
            Map.entry("poly_with", "the joined tables have aliases, and their keys are not read"),
            Map.entry("refresh_for_update", "a lock that the database does not have is refused"),
            Map.entry("selectin_self", "depth counts the levels that are loaded, not the repetitions after the first"),
            Map.entry("subquery_limit",
                    "columns have no labels, and the limited query is contained with all its columns"),
            Map.entry("subquery_m2m", "columns have no labels, and the join table keeps its name"));

    private static final Map<String, Function<Session, @Nullable Object>> CASES = new LinkedHashMap<>();

    static {
        CASES.put("composite_load", session -> {
            Vertex vertex = session.require(VERTEX, 1);
            return Stream.of(vertex.start(), vertex.end())
                    .map(point -> Map.of("$repr", "Point(" + point.x() + ", " + point.y() + ")")).toList();
        });
        CASES.put("count_tuple_rows", session -> session.all(select(USER, Sql.count(ADDRESS.id).as("n"))
                .leftJoin(USER.addresses).groupBy(columnsOf(USER)).orderBy(USER.id)).stream()
                .map(row -> List.of(row.get(USER).name(), row.get("n"))).toList());
        CASES.put("expire", session -> {
            User user = session.require(USER, 1);
            session.expire(user);
            return user.name();
        });
        CASES.put("expire_attr", session -> {
            User user = session.require(USER, 1);
            session.expire(user, USER.age);
            return list(user.name(), user.age());
        });
        CASES.put("expired_deleted_row", session -> {
            User user = session.require(USER, 3);
            Table users = GoldenRows.MODEL.mapper(User.class).table();
            session.execute(deleteFrom(users).where(users.column("id", Integer.class).eq(3)));
            session.expire(user);
            return GoldenRecord.refused(EntityNotFoundException.class, user::name);
        });
        CASES.put("get_composite", session -> session.require(ORDER_ITEM, List.of(1, 2)).quantity());
        CASES.put("get_missing", session -> session.get(USER, 99).orElse(null));
        CASES.put("get_single", session -> list(session.require(CAR, 1).doors(), session.get(CAR, 2).orElse(null)));
        CASES.put("joinedload_not_unique", session -> {
            assertThat(session.all(select(USER).options(joined(USER.addresses)))).hasSize(3);
            return null;
        });
        CASES.put("merge_existing", session -> {
            User user = session.merge(new User().id(1).name("merged"));
            session.flush();
            return list(user.name(), user.age());
        });
        CASES.put("merge_new", session -> {
            User user = session.merge(new User().id(50).name("fresh"));
            session.flush();
            return user.id();
        });
        CASES.put("one_errors", session -> GoldenRecord.refused(MultipleResultsException.class,
                () -> session.one(select(USER.name).where(USER.id.lt(3)))));
        CASES.put("poly_all", session -> languages(session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id))));
        CASES.put("poly_concrete", session -> session.all(select(SHAPE).orderBy(SHAPE.name)).stream()
                .map(shape -> List.of(shape.getClass().getSimpleName(), shape.name())).toList());
        CASES.put("poly_selectin", session -> languages(session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id)
                .options(selectInPolymorphic(EMPLOYEE, ENGINEER, MANAGER)))));
        CASES.put("poly_single", session -> {
            List<@Nullable Object> all = new ArrayList<>(session.all(select(VEHICLE).orderBy(VEHICLE.id)).stream()
                    .map(one -> List.of(one.getClass().getSimpleName(), one.name())).toList());
            session.all(select(CAR)).forEach(car -> all.add(car.doors()));
            return all;
        });
        CASES.put("poly_with", session -> languages(session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id)
                .options(withPolymorphic(EMPLOYEE)))));
        CASES.put("refresh_attr", session -> {
            User user = session.require(USER, 1);
            session.refresh(user, USER.name, USER.age);
            return user.age();
        });
        CASES.put("refresh_for_update", session -> {
            User user = session.require(USER, 1);
            GoldenRecord.refused(UnsupportedFeatureException.class,
                    () -> session.refresh(user, forUpdate(), immediate(USER.addresses)));
            return user.addresses().size();
        });
        CASES.put("select_scalars", session -> session.all(select(USER).orderBy(USER.id)).stream().map(User::name)
                .toList());
        CASES.put("yield_per", session -> {
            List<Integer> sizes = new ArrayList<>();
            session.execute(select(USER).orderBy(USER.id), ExecuteOption.yieldPer(2)).partitions()
                    .forEach(some -> sizes.add(some.size()));
            return sizes;
        });
        CASES.put("contains_eager_filter", session -> session.all(select(USER).join(USER.addresses)
                .where(ADDRESS.city.eq("Oslo")).orderBy(USER.id, ADDRESS.id).options(containsEager(USER.addresses)))
                .stream().map(GoldenLoadingTest::cities).toList());
        CASES.put("joinedload_limit", session -> session.all(select(USER).orderBy(USER.name.desc()).limit(2).offset(1)
                .options(joined(USER.addresses))).stream().map(GoldenLoadingTest::count).toList());
        CASES.put("joinedload_m2o", session -> owners(session.all(select(ADDRESS).orderBy(ADDRESS.id)
                .options(joined(ADDRESS.user)))));
        CASES.put("joinedload_o2m", session -> session.all(select(USER).orderBy(USER.id)
                .options(joined(USER.addresses))).stream().map(GoldenLoadingTest::cities).toList());
        CASES.put("lazy_detached", session -> {
            User user = session.require(USER, 1);
            session.detach(user);
            return GoldenRecord.refused(DetachedInstanceException.class, () -> user.addresses().forEach(each -> {}));
        });
        CASES.put("lazy_m2m", session -> session.require(ITEM, 1).keywords().stream().map(Keyword::word).toList());
        CASES.put("lazy_m2o_identity", session -> {
            User user = session.require(USER, 2);
            return session.require(ADDRESS, 3).user() == user;
        });
        CASES.put("lazy_m2o_null", session -> session.require(ORDER, 3).shippingAddress());
        CASES.put("lazy_o2m", session -> session.require(USER, 1).addresses().stream().map(Address::city).toList());
        CASES.put("lazy_o2o", session -> session.require(USER, 1).profile().bio());
        CASES.put("lazy_self", session -> session.require(NODE, 1).children().stream().map(Node::label).toList());
        CASES.put("n_plus_one", session -> session.all(select(USER).orderBy(USER.id).options(lazy(USER.addresses)))
                .stream().map(GoldenLoadingTest::count).toList());
        CASES.put("noload_like", session -> session.one(select(USER).where(USER.id.eq(1))
                .options(loadAll(Loading.LAZY))).addresses().stream().map(Address::id).toList());
        CASES.put("raiseload", session -> {
            User user = session.one(select(USER).where(USER.id.eq(1)).options(raise(USER.addresses)));
            return GoldenRecord.refused(LazyLoadException.class, () -> user.addresses().forEach(each -> {}));
        });
        CASES.put("selectin_empty", session -> session.all(select(USER).where(USER.id.gt(50))
                .options(selectIn(USER.addresses))));
        CASES.put("selectin_m2m", session -> session.all(select(ITEM).orderBy(ITEM.id)
                .options(selectIn(ITEM.keywords))).stream()
                .map(item -> List.of(item.name(), item.keywords().stream().map(Keyword::word).toList())).toList());
        CASES.put("selectin_m2o", session -> owners(session.all(select(ADDRESS).orderBy(ADDRESS.id)
                .options(selectIn(ADDRESS.user)))));
        CASES.put("selectin_nested", session -> session.all(select(USER).orderBy(USER.id)
                .options(selectIn(USER.orders).then(selectIn(ORDER.lines)))).stream()
                .map(user -> List.of(user.name(), user.orders().stream()
                        .map(order -> order.lines().stream().map(OrderItem::quantity).toList()).toList()))
                .toList());
        CASES.put("selectin_o2m", session -> session.all(select(USER).orderBy(USER.id)
                .options(selectIn(USER.addresses))).stream().map(GoldenLoadingTest::cities).toList());
        CASES.put("selectin_self", session -> session.all(select(NODE).where(NODE.parentId.isNull())
                .options(selectIn(NODE.children).depth(3))).stream().map(Node::label).toList());
        CASES.put("subquery_limit", session -> session.all(select(USER).orderBy(USER.id).limit(2)
                .options(subquery(USER.addresses))).stream().map(GoldenLoadingTest::count).toList());
        CASES.put("subquery_m2m", session -> session.all(select(ITEM).orderBy(ITEM.id)
                .options(subquery(ITEM.keywords))).stream()
                .map(item -> List.of(item.name(), item.keywords().size())).toList());
    }

    private static List<Object> cities(User user) {
        return List.of(user.name(), user.addresses().stream().map(Address::city).toList());
    }

    private static List<Object> count(User user) {
        return List.of(user.name(), user.addresses().size());
    }

    private static List<Object> owners(List<Address> addresses) {
        return addresses.stream().<Object>map(address -> List.of(address.id(), address.user().name())).toList();
    }

    private static List<@Nullable Object> list(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static Object languages(List<Employee> employees) {
        return employees.stream().map(one -> list(one.getClass().getSimpleName(),
                one instanceof Engineer engineer ? engineer.language() : null)).toList();
    }

    @DatabaseTest(only = "sqlite")
    void statementsAndObjectsAreThoseOfTheRecord(Engine engine, StatementLog statements) {
        GoldenRecord.compare("ormload", CASES, OTHER_FORM, engine, statements);
    }
}
