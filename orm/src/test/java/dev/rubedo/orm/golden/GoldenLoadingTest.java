package dev.rubedo.orm.golden;

import static dev.rubedo.orm.Orm.containsEager;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.loadAll;
import static dev.rubedo.orm.Orm.raise;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.subquery;
import static dev.rubedo.orm.golden.Address_.ADDRESS;
import static dev.rubedo.orm.golden.Item_.ITEM;
import static dev.rubedo.orm.golden.Node_.NODE;
import static dev.rubedo.orm.golden.Order_.ORDER;
import static dev.rubedo.orm.golden.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rubedo.engine.Engine;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.error.DetachedInstanceException;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Recorded loading of SQLAlchemy, from a folder that the environment variable {@code RUBEDO_GOLDEN} names: the same
 * statements on SQLite, and the same objects.
 */
class GoldenLoadingTest {

    /** The cases whose statements have another form for a reason; their results are the same. */
    private static final Map<String, String> OTHER_FORM = Map.of(
            "contains_eager_filter", "the columns of the owner come first",
            "subquery_limit", "columns have no labels, and the limited query is contained with all its columns",
            "subquery_m2m", "columns have no labels, and the join table keeps its name",
            "selectin_self", "depth counts the levels that are loaded, not the repetitions after the first");

    private static final Map<String, Function<Session, @Nullable Object>> CASES = new LinkedHashMap<>();

    static {
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
            return refused(DetachedInstanceException.class, () -> user.addresses().forEach(each -> {}));
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
            return refused(LazyLoadException.class, () -> user.addresses().forEach(each -> {}));
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

    private static @Nullable Object refused(Class<? extends RuntimeException> error, Runnable access) {
        try {
            access.run();
        } catch (RuntimeException e) {
            assertThat(e).isInstanceOf(error);
            return null;
        }
        throw new AssertionError("nothing was refused");
    }

    @DatabaseTest(only = "sqlite")
    void statementsAndObjectsAreThoseOfTheRecord(Engine engine, StatementLog statements) throws Exception {
        String folder = System.getenv("RUBEDO_GOLDEN");
        assumeTrue(folder != null, "Recorded SQL is not there: set RUBEDO_GOLDEN to its folder");
        SessionFactory sessions = GoldenRows.filled(engine, statements);
        List<String> compared = new ArrayList<>();
        for (JsonNode recorded : new ObjectMapper().readTree(Files.readString(Path.of(folder, "ormload.json")))) {
            String id = recorded.get("id").asString().substring("ormload.".length());
            Function<Session, @Nullable Object> twin = CASES.get(id);
            if (twin == null) {
                continue;
            }
            statements.clear();
            try (Session session = sessions.open()) {
                Object result = twin.apply(session);
                assertThat(new ObjectMapper().valueToTree(result).toString()).as(id)
                        .isEqualTo(recorded.has("result") ? recorded.get("result").toString() : "null");
            }
            if (!OTHER_FORM.containsKey(id)) {
                assertThat(statements.texts()).as(id).containsExactlyElementsOf(texts(recorded));
            }
            compared.add(id);
        }
        assertThat(Set.copyOf(compared)).isEqualTo(CASES.keySet());
    }

    private static List<String> texts(JsonNode recorded) {
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : recorded.get("trace").get("sqlite")) {
            if (entry.has("norm")) {
                texts.add(entry.get("norm").asString());
            }
        }
        return texts;
    }
}
