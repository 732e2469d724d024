package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.*;
import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.inheritance.firm.Employee_.EMPLOYEE;
import static dev.rubedo.orm.inheritance.firm.Engineer_.ENGINEER;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Article_.ARTICLE;
import static dev.rubedo.orm.shop.User_.USER;
import static dev.rubedo.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.RubedoException;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.Orm;
import dev.rubedo.orm.inheritance.firm.Firm;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.routing.Replicas;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Article;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every option that {@link Orm} offers changes the statements that the database gets, or is refused. */
class HonouredOptionsTest {

    private static final List<String> NAMES = List.of("ed", "jo");

    /** The options by the method that makes them. */
    private static final Map<String, StatementOption> OF_USERS = new LinkedHashMap<>();
    private static final Map<String, StatementOption> OF_ADDRESSES = new LinkedHashMap<>();
    private static final Map<String, StatementOption> OF_ARTICLES = new LinkedHashMap<>();
    private static final Map<String, StatementOption> OF_REPLICAS = new LinkedHashMap<>();
    private static final Map<String, StatementOption> OF_EMPLOYEES = new LinkedHashMap<>();

    static {
        OF_USERS.put("selectIn(ToMany)", selectIn(USER.addresses));
        OF_USERS.put("joined(ToMany)", joined(USER.addresses));
        OF_USERS.put("batch(ToMany)", batch(USER.addresses));
        OF_USERS.put("raise(ToMany)", raise(USER.addresses));
        OF_USERS.put("through(ToMany)", through(USER.addresses).then(defer(ADDRESS.email)));
        OF_USERS.put("loadOnly(Attribute,Attribute[])", loadOnly(USER.name));
        OF_USERS.put("defer(Attribute,Attribute[])", defer(USER.age));
        OF_USERS.put("withCriteria(EntityPath,Function)", withCriteria(USER, user -> user.name.ne("x")));
        OF_USERS.put("withCriteria(EntityPath,Function) of what is loaded",
                withCriteria(ADDRESS, address -> address.email.ne("x")));
        OF_USERS.put("withoutCriteria(EntityPath)", withoutCriteria(USER));
        OF_USERS.put("forUpdate()", forUpdate());
        OF_USERS.put("expectVersion(long)", expectVersion(1));
        OF_USERS.put("synchronize(SynchronizeSession)", synchronize(SynchronizeSession.FETCH));
        OF_ADDRESSES.put("selectIn(ToOne)", selectIn(ADDRESS.user));
        OF_ADDRESSES.put("joined(ToOne)", joined(ADDRESS.user));
        OF_ADDRESSES.put("batch(ToOne)", batch(ADDRESS.user));
        OF_ADDRESSES.put("raise(ToOne)", raise(ADDRESS.user));
        OF_ADDRESSES.put("through(ToOne)", through(ADDRESS.user).then(defer(USER.age)));
        OF_USERS.put("subquery(ToMany)", subquery(USER.addresses));
        OF_ADDRESSES.put("subquery(ToOne)", subquery(ADDRESS.user));
        OF_USERS.put("containsEager(ToMany)", containsEager(USER.addresses));
        OF_ADDRESSES.put("containsEager(ToOne)", containsEager(ADDRESS.user));
        OF_USERS.put("populateExisting()", populateExisting());
        OF_USERS.put("fromCache(RowCache)", fromCache((query, load) -> {
            throw new IllegalArgumentException("the cache was asked");
        }));
        OF_USERS.put("cached(ToMany,RowCache)", cached(USER.addresses, (query, load) -> {
            throw new IllegalArgumentException("the cache was asked");
        }));
        OF_ADDRESSES.put("cached(ToOne,RowCache)", cached(ADDRESS.user, (query, load) -> {
            throw new IllegalArgumentException("the cache was asked");
        }));
        OF_USERS.put("onShard(String)", onShard("north"));
        OF_REPLICAS.put("fromReplica()", fromReplica());
        OF_REPLICAS.put("fromPrimary()", fromPrimary());
        OF_USERS.put("immediate(ToMany)", immediate(USER.addresses));
        OF_ADDRESSES.put("immediate(ToOne)", immediate(ADDRESS.user));
        OF_USERS.put("raiseOnSql(ToMany)", raiseOnSql(USER.addresses));
        OF_ADDRESSES.put("raiseOnSql(ToOne)", raiseOnSql(ADDRESS.user));
        OF_USERS.put("noLoad(ToMany)", noLoad(USER.addresses));
        OF_ADDRESSES.put("noLoad(ToOne)", noLoad(ADDRESS.user));
        OF_USERS.put("loadAll(Loading)", loadAll(Loading.SELECT_IN));
        OF_USERS.put("loadAll(EntityPath,Loading)", loadAll(USER, Loading.SELECT_IN));
        OF_USERS.put("raiseAll()", raiseAll());
        OF_USERS.put("raiseAll(EntityPath)", raiseAll(USER));
        OF_USERS.put("lazy(ToMany)", lazy(USER.addresses));
        OF_ADDRESSES.put("lazy(ToOne)", lazy(ADDRESS.user));
        OF_ARTICLES.put("undefer(Attribute,Attribute[])", undefer(ARTICLE.body));
        OF_ARTICLES.put("withExpression(Attribute,Expression)", withExpression(ARTICLE.rank, value(7L)));
        OF_ARTICLES.put("undeferAll(EntityPath)", undeferAll(ARTICLE));
        OF_ARTICLES.put("undeferGroup(EntityPath,String)", undeferGroup(ARTICLE, "texts"));
        OF_EMPLOYEES.put("withPolymorphic(EntityPath,EntityPath[])", withPolymorphic(EMPLOYEE, ENGINEER));
        OF_EMPLOYEES.put("selectInPolymorphic(EntityPath,EntityPath[])", selectInPolymorphic(EMPLOYEE, ENGINEER));
        OF_EMPLOYEES.put("treat(EntityPath,LoaderOption)", treat(EMPLOYEE, selectIn(ENGINEER.machines)));
    }

    @Test
    void everyMethodHasASample() {
        var methods = new TreeSet<String>();
        for (Method method : Orm.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())
                    && StatementOption.class.isAssignableFrom(method.getReturnType())) {
                methods.add(method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")")));
            }
        }
        var samples = new TreeSet<String>();
        for (var some : List.of(OF_USERS, OF_ADDRESSES, OF_ARTICLES, OF_EMPLOYEES, OF_REPLICAS)) {
            some.keySet().forEach(name -> samples.add(name.replaceAll(" .*", "")));
        }

        assertThat(samples).isEqualTo(methods);
    }

    @Test
    void everyKindOfOptionHasASample() throws IOException, URISyntaxException {
        Set<Class<?>> sampled = OF_USERS.values().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(implementations()).isEqualTo(sampled).hasSize(9);
    }

    /** Every class of this module that is an option. */
    private static Set<Class<?>> implementations() throws IOException, URISyntaxException {
        Path classes = Path.of(Orm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString()).filter(name -> name.endsWith(".class"))
                    .filter(name -> !name.endsWith("-info.class"))
                    .<Class<?>>map(name -> named(name.replace(".class", "").replace('/', '.').replace('\\', '.')))
                    .filter(type -> StatementOption.class.isAssignableFrom(type) && !type.isInterface())
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, Orm.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @DatabaseTest(only = "sqlite")
    void everyOptionChangesWhatAQueryAsksOrIsRefused(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        OF_USERS.forEach((name, option) -> {
            StatementOption[] without = without(name, lazy(USER.addresses));
            assertThat(asked(sessions, statements,
                    session -> users(loaded(session, name), statements, with(without, option))))
                    .as(name)
                    .isNotEqualTo(
                            asked(sessions, statements, session -> users(loaded(session, name), statements, without)));
        });
        OF_ADDRESSES.forEach((name, option) -> {
            StatementOption[] without = without(name, lazy(ADDRESS.user));
            assertThat(asked(sessions, statements, session -> addresses(session, statements, with(without, option))))
                    .as(name)
                    .isNotEqualTo(asked(sessions, statements, session -> addresses(session, statements, without)));
        });
    }

    @DatabaseTest(only = "sqlite")
    void everyOptionForDeferredAttributesChangesWhatAQueryAsks(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        OF_ARTICLES.forEach((name, option) -> assertThat(
                asked(sessions, statements, session -> articles(session, statements, option))).as(name)
                .isNotEqualTo(asked(sessions, statements, session -> articles(session, statements))));
    }

    @DatabaseTest(only = "sqlite")
    void everyOptionForSubclassesChangesWhatAQueryAsks(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        OF_EMPLOYEES.forEach((name, option) -> assertThat(employees(sessions, statements, option)).as(name)
                .isNotEqualTo(employees(sessions, statements)));
    }

    @DatabaseTest(only = "sqlite")
    void everyOptionForReplicasChangesWhichDatabaseIsAsked(TestDatabase primary) {
        TestDatabase replica = primary.another();
        Shop.model().metadata().createAll(replica.engine());
        Shop.model().metadata().createAll(primary.engine());
        Replicas replicas = Replicas.of(replica.engine());
        OF_REPLICAS.forEach((name, option) -> {
            SessionFactory sessions = SessionFactory.builder(primary.engine(), Shop.model())
                    .replicas(name.startsWith("fromReplica") ? replicas : replicas.forAllReads()).build();
            primary.statements().clear();
            sessions.inTransaction(session -> session.all(select(USER)));
            int without = primary.statements().count();
            sessions.inTransaction(session -> session.all(select(USER).options(option)));
            assertThat(primary.statements().count() - without).as(name).isNotEqualTo(without);
        });
    }

    private static List<String> employees(SessionFactory sessions, StatementLog statements,
            StatementOption... options) {
        statements.clear();
        sessions.inTransaction(session -> session.all(select(EMPLOYEE).options(options)));
        return statements.texts();
    }

    @DatabaseTest(only = "sqlite")
    void everyOptionChangesWhatGetAsksOrIsRefused(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        OF_USERS.forEach((name, option) -> {
            // one object alone is no larger batch than itself
            StatementOption[] without = name.startsWith("batch") || name.startsWith("lazy")
                    ? new StatementOption[]{raise(USER.addresses)} : without(name, lazy(USER.addresses));
            assertThat(asked(sessions, statements,
                    session -> user(loaded(session, name), statements, with(without, option))))
                    .as(name)
                    .isNotEqualTo(
                            asked(sessions, statements, session -> user(loaded(session, name), statements, without)));
        });
    }

    /** What a strategy is set apart from: the laziest, or the default where that is the sample itself. */
    private static StatementOption[] without(String name, StatementOption laziest) {
        if (name.startsWith("withoutCriteria")) {
            return new StatementOption[]{withCriteria(USER, user -> user.name.ne("none"))};
        }
        return name.startsWith("lazy") || name.contains("All(") ? new StatementOption[0]
                : new StatementOption[]{laziest};
    }

    private static StatementOption[] with(StatementOption[] without, StatementOption more) {
        StatementOption[] all = Arrays.copyOf(without, without.length + 1);
        all[without.length] = more;
        return all;
    }

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (String name : NAMES) {
                User copy = new User(name);
                copy.addresses().add(new Address("one"));
                copy.addresses().add(new Address("two"));
                session.add(copy);
                session.add(new Article(name));
            }
        });
        return sessions;
    }

    /** What overwrites loaded objects needs some. */
    private static Session loaded(Session session, String name) {
        if (name.startsWith("populateExisting")) {
            session.all(select(USER).options(selectIn(USER.addresses)));
        }
        return session;
    }

    private static String user(Session session, StatementLog statements, StatementOption... options) {
        User user = session.require(USER, 1L, options);
        String before = statements.texts() + " then ";
        user.addresses().forEach(Address::email);
        user.age();
        return before + statements.texts();
    }

    private static String users(Session session, StatementLog statements, StatementOption... options) {
        List<User> users = session.all(select(USER).orderBy(USER.id).options(options));
        String before = statements.texts() + " then ";
        for (User user : users) {
            user.addresses().forEach(Address::email);
            user.age();
        }
        return before + statements.texts();
    }

    private static String addresses(Session session, StatementLog statements, StatementOption... options) {
        List<Address> addresses = session.all(select(ADDRESS).orderBy(ADDRESS.id).options(options));
        String before = statements.texts() + " then ";
        for (Address address : addresses) {
            if (address.user() instanceof User user) {
                user.age();
            }
        }
        return before + statements.texts();
    }

    private static String articles(Session session, StatementLog statements, StatementOption... options) {
        List<Article> articles = session.all(select(ARTICLE).orderBy(ARTICLE.id).options(options));
        String before = statements.texts() + " then ";
        articles.forEach(Article::body);
        return before + statements.texts();
    }

    /** What the database was asked, before something was touched and after, or why it was refused. */
    private static String asked(SessionFactory sessions, StatementLog statements, Function<Session, String> work) {
        statements.clear();
        try (Session session = sessions.open()) {
            return work.apply(session);
        } catch (RubedoException | IllegalArgumentException refused) {
            return "refused: " + refused.getMessage();
        }
    }
}
