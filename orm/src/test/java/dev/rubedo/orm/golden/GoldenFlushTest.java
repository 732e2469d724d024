package dev.rubedo.orm.golden;

import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.length;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.golden.Address_.ADDRESS;
import static dev.rubedo.orm.golden.Car_.CAR;
import static dev.rubedo.orm.golden.Document_.DOCUMENT;
import static dev.rubedo.orm.golden.Employee_.EMPLOYEE;
import static dev.rubedo.orm.golden.Engineer_.ENGINEER;
import static dev.rubedo.orm.golden.Item_.ITEM;
import static dev.rubedo.orm.golden.Keyword_.KEYWORD;
import static dev.rubedo.orm.golden.Node_.NODE;
import static dev.rubedo.orm.golden.Order_.ORDER;
import static dev.rubedo.orm.golden.Profile_.PROFILE;
import static dev.rubedo.orm.golden.User_.USER;
import static dev.rubedo.orm.golden.Vertex_.VERTEX;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.session.Session;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Values;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Recorded flushes of SQLAlchemy, from a folder that the environment variable {@code RUBEDO_GOLDEN} names: the same
 * statements with the same values in the same order on SQLite, and the same results.
 */
class GoldenFlushTest {

    /** The cases whose statements have another form, and why. */
    private static final Map<String, String> OTHER_FORM = Map.of(
            "bulk_insert_joined", "rows of several tables are written as a flush writes them, with NULL for the rest",
            "delete_cascade", "an expired object is not read again only to be deleted",
            "delete_cascade_tree", "the children of siblings are loaded by one statement",
            "delete_dependent_order",
            "get() of another object flushes what is pending first, and SQLAlchemy's does not",
            "update_many_diff_cols", "rows with the same changed columns are one batch");

    private static final Map<String, Function<Session, @Nullable Object>> CASES = new LinkedHashMap<>();

    static {
        CASES.put("assoc_object", session -> {
            Order order = session.require(ORDER, 1);
            List<OrderItem> lines = new ArrayList<>(order.lines().stream().filter(line -> line.itemId() == 1).toList());
            lines.add(new OrderItem().item(session.require(ITEM, 3)).quantity(9));
            order.lines().clear();
            order.lines().addAll(lines);
            return flushed(session);
        });
        CASES.put("attr_keyed_dict", session -> {
            User user = session.require(USER, 1);
            user.notes().get("todo").body("changed");
            user.notes().remove("idea");
            user.notes().put("new", new Note().name("new").body("n"));
            session.flush();
            return user.notes().keySet().stream().sorted().toList();
        });
        CASES.put("autoflush", session -> {
            session.add(new Keyword().word("auto"));
            return session.one(select(count(KEYWORD.id)));
        });
        CASES.put("bulk_insert_joined", session -> {
            session.bulkInsert(ENGINEER, List.of(
                    Values.EMPTY.set(ENGINEER.name, "be1").set(ENGINEER.language, "x"),
                    Values.EMPTY.set(ENGINEER.name, "be2").set(ENGINEER.language, "y")));
            return null;
        });
        CASES.put("bulk_insert_orm", session -> {
            session.bulkInsert(USER, List.of(Values.EMPTY.set(USER.name, "b1"), Values.EMPTY.set(USER.name, "b2")));
            return session.one(select(count(USER.id)));
        });
        CASES.put("bulk_update_by_pk", session -> {
            session.bulkUpdate(USER, List.of(Values.EMPTY.set(USER.id, 1).set(USER.age, 11),
                    Values.EMPTY.set(USER.id, 2).set(USER.age, 12)));
            return null;
        });
        CASES.put("child_null_fk", session -> {
            session.require(NODE, 2).children().clear();
            return flushed(session);
        });
        CASES.put("commit_rollback", session -> {
            session.add(new Keyword().word("one"));
            session.commit();
            session.add(new Keyword().word("two"));
            session.flush();
            session.rollback();
            return session.one(select(count(KEYWORD.id)));
        });
        CASES.put("delete_cascade", session -> {
            User user = session.require(USER, 3);
            session.add(new Address().user(user).city("tmp"));
            session.flush();
            session.expireAll();
            session.delete(user);
            return flushed(session);
        });
        CASES.put("delete_cascade_tree", session -> {
            session.delete(session.require(NODE, 1));
            return flushed(session);
        });
        CASES.put("delete_dependent_order", session -> {
            session.delete(session.require(PROFILE, 1));
            session.delete(session.require(ORDER, 3));
            session.delete(session.require(ADDRESS, 3));
            return flushed(session);
        });
        CASES.put("delete_joined_inh", session -> {
            session.delete(session.require(ENGINEER, 3));
            return flushed(session);
        });
        CASES.put("delete_m2m", session -> {
            session.delete(session.require(ITEM, 3));
            session.flush();
            session.delete(session.require(KEYWORD, 2));
            return flushed(session);
        });
        CASES.put("delete_nullify", session -> {
            session.delete(session.require(EMPLOYEE, 2));
            return flushed(session);
        });
        CASES.put("delete_simple", session -> {
            session.delete(session.require(VERTEX, 1));
            return flushed(session);
        });
        CASES.put("expunge_no_flush", session -> {
            Keyword keyword = new Keyword().word("gone");
            session.add(keyword);
            session.detach(keyword);
            return flushed(session);
        });
        CASES.put("insert_after_delete_same_key", session -> {
            session.delete(session.require(KEYWORD, 3));
            session.add(new Keyword().id(3).word("again"));
            return flushed(session);
        });
        CASES.put("insert_concrete", session -> {
            session.addAll(List.of(new Circle().name("c2").radius(1), new Square().name("s2").side(2)));
            return flushed(session);
        });
        CASES.put("insert_dependent_order", session -> {
            session.addAll(List.of(new OrderItem().orderId(1).itemId(3).quantity(1), new Address().city("x").userId(1),
                    new Keyword().word("w"), new Profile().bio("b"), new Item().name("i"),
                    new Order().userId(1).status("s"), new User().name("u")));
            return flushed(session);
        });
        CASES.put("insert_graph_deep", session -> {
            User user = new User().name("deep");
            Order order = new Order().user(user).status("new");
            order.lines().add(new OrderItem().item(new Item().name("i1")).quantity(1));
            order.lines().add(new OrderItem().item(new Item().name("i2")).quantity(2));
            session.add(user);
            session.flush();
            return order.lines().stream()
                    .map(line -> List.of(line.orderId().equals(order.id()), line.item().name())).toList();
        });
        CASES.put("insert_graph_o2m", session -> {
            User user = new User().name("p");
            user.addresses().addAll(List.of(new Address().city("a"), new Address().city("b")));
            session.add(user);
            session.flush();
            return user.addresses().stream().map(address -> address.userId().equals(user.id())).toList();
        });
        CASES.put("insert_m2m", session -> {
            Item item = new Item().name("m");
            item.keywords().addAll(List.of(new Keyword().word("k1"), new Keyword().word("k2")));
            session.add(item);
            return flushed(session);
        });
        CASES.put("insert_many_pk_given", session -> {
            for (int id : new int[]{12, 11, 10}) {
                session.add(new Keyword().id(id).word("w" + id));
            }
            return flushed(session);
        });
        CASES.put("insert_mixed_columns", session -> {
            session.addAll(List.of(new Address().userId(1).city("a"), new Address().userId(1).city("b").zip("z"),
                    new Address().userId(2).city("c")));
            return flushed(session);
        });
        CASES.put("insert_null_pk_cols", session -> {
            User user = new User().name("n");
            session.add(user);
            session.flush();
            return list(user.active(), user.age());
        });
        CASES.put("insert_order_within_class", session -> {
            session.addAll(List.of(new Node().label("z"), new Node().label("a"), new Node().label("y")));
            session.flush();
            return labels(session);
        });
        CASES.put("insert_post_update", session -> {
            Player captain = new Player().name("cap");
            Team team = new Team().name("blues");
            team.players().addAll(List.of(captain, new Player().name("two")));
            team.captain(captain);
            session.add(team);
            return flushed(session);
        });
        CASES.put("insert_self_ref", session -> {
            Node root = new Node().label("r");
            Node left = new Node().label("a");
            left.children().add(new Node().label("a1"));
            root.children().addAll(List.of(left, new Node().label("b")));
            session.add(root);
            session.flush();
            return labels(session);
        });
        CASES.put("insert_unrelated_order", session -> {
            session.addAll(List.of(new Vertex(), new Node().label("n"), new Document().title("d"),
                    new User().name("u"), new Team().name("t"), new Circle().name("c")));
            return flushed(session);
        });
        CASES.put("insert_versioned", session -> {
            Document document = new Document().title("x");
            session.add(document);
            session.flush();
            return document.versionId();
        });
        CASES.put("integrity_error", session -> {
            session.add(new User().id(1).name("dup"));
            return GoldenRecord.refused(UniqueViolationException.class, session::flush);
        });
        CASES.put("m2m_remove_add", session -> {
            Item item = session.require(ITEM, 1);
            item.keywords().remove(0);
            item.keywords().add(session.require(KEYWORD, 3));
            return flushed(session);
        });
        CASES.put("m2m_replace", session -> {
            Item item = session.require(ITEM, 1);
            List<Keyword> keywords = List.of(session.require(KEYWORD, 2), new Keyword().word("brand"));
            item.keywords().clear();
            item.keywords().addAll(keywords);
            return flushed(session);
        });
        CASES.put("o2o_replace", session -> {
            session.require(USER, 1).profile(new Profile().bio("second"));
            return flushed(session);
        });
        CASES.put("orm_delete_fetch", session -> {
            Vertex vertex = session.require(VERTEX, 1);
            session.execute(deleteFrom(VERTEX).where(VERTEX.id.eq(1)).options(synchronize(SynchronizeSession.FETCH)));
            return session.contains(vertex);
        });
        CASES.put("orm_update_evaluate", session -> {
            User user = session.require(USER, 1);
            session.execute(update(USER).where(USER.age.gt(30)).set(USER.age, USER.age.plus(1))
                    .options(synchronize(SynchronizeSession.EVALUATE)));
            return user.age();
        });
        CASES.put("orm_update_fetch", session -> {
            User user = session.require(USER, 1);
            session.execute(update(USER).where(length(USER.name).eq(3)).set(USER.age, 5)
                    .options(synchronize(SynchronizeSession.FETCH)));
            return user.age();
        });
        CASES.put("orm_update_joined", session -> {
            session.execute(update(ENGINEER).where(ENGINEER.language.eq("java")).set(ENGINEER.language, "kotlin"));
            return null;
        });
        CASES.put("orm_update_single", session -> {
            session.execute(update(CAR).set(CAR.doors, 4));
            return null;
        });
        CASES.put("orphan_delete", session -> {
            session.require(USER, 1).addresses().remove(1);
            return flushed(session);
        });
        CASES.put("update_composite", session -> {
            session.require(VERTEX, 1).start(new Point(1, 99));
            return flushed(session);
        });
        CASES.put("update_joined_inh", session -> {
            Engineer engineer = session.require(ENGINEER, 2);
            engineer.language("go");
            session.flush();
            engineer.name("nn");
            engineer.language("c");
            return flushed(session);
        });
        CASES.put("update_many_diff_cols", session -> {
            List<User> users = session.all(select(USER).orderBy(USER.id));
            users.get(0).age(1);
            users.get(1).name("q");
            users.get(2).age(2);
            return flushed(session);
        });
        CASES.put("update_move_child", session -> {
            Address address = session.require(ADDRESS, 1);
            address.user(session.require(USER, 2));
            session.flush();
            return address.userId();
        });
        CASES.put("update_one", session -> {
            session.require(USER, 1).name("x").age(34);
            return flushed(session);
        });
        CASES.put("update_row_gone", session -> {
            User user = session.require(USER, 3);
            Table users = GoldenRows.MODEL.mapper(User.class).table();
            session.execute(deleteFrom(users).where(users.column("id", Integer.class).eq(3)));
            user.name("q");
            return GoldenRecord.refused(StaleDataException.class, session::flush);
        });
        CASES.put("update_versioned", session -> {
            Document document = session.require(DOCUMENT, 2);
            document.title("zz");
            session.flush();
            return document.versionId();
        });
        CASES.put("update_versioned_many", session -> {
            session.all(select(DOCUMENT).orderBy(DOCUMENT.id)).forEach(document -> document.title("zz"));
            return flushed(session);
        });
        CASES.put("update_versioned_stale", session -> {
            Document document = session.require(DOCUMENT, 2);
            Table documents = GoldenRows.MODEL.mapper(Document.class).table();
            session.execute(update(documents).where(documents.column("id", Integer.class).eq(2))
                    .set(documents.column("version_id", Integer.class), 77));
            document.title("zz");
            return GoldenRecord.refused(StaleDataException.class, session::flush);
        });
    }

    private static @Nullable Object flushed(Session session) {
        session.flush();
        return null;
    }

    private static List<@Nullable Object> list(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(value);
        }
        return list;
    }

    private static Object labels(Session session) {
        return session.all(select(NODE).where(NODE.id.gt(4)).orderBy(NODE.id)).stream().map(Node::label).toList();
    }

    @DatabaseTest(only = "sqlite")
    void flushesAreThoseOfTheRecord(Engine engine, StatementLog statements) {
        GoldenRecord.compare("ormflush", CASES, OTHER_FORM, engine, statements);
    }
}
