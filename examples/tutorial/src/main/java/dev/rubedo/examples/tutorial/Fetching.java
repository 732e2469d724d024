package dev.rubedo.examples.tutorial;

import static dev.rubedo.examples.tutorial.Address_.ADDRESS;
import static dev.rubedo.examples.tutorial.Membership_.MEMBERSHIP;
import static dev.rubedo.examples.tutorial.User_.USER;
import static dev.rubedo.orm.Orm.containsEager;
import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.loadOnly;
import static dev.rubedo.orm.Orm.raise;
import static dev.rubedo.orm.Orm.raiseAll;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.subquery;

import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import java.util.List;

/** Chapter 7: how related objects are loaded, and with how many statements. Stateless and thread-safe. */
public final class Fetching {

    private Fetching() {}

    /** Without an option: the first access loads the addresses of all users of the result. Two statements. */
    public static int byDefault(Session session) {
        int addresses = 0;
        for (User user : session.all(select(USER))) {
            addresses += user.addresses().size();
        }
        return addresses;
    }

    /** By keys, immediately after the users. Two statements. */
    public static List<User> selectInLoading(Session session) {
        return session.all(select(USER).orderBy(USER.name).options(selectIn(USER.addresses)));
    }

    /** By a join. One statement. */
    public static List<Address> joinedLoading(Session session) {
        return session.all(select(ADDRESS).orderBy(ADDRESS.email).options(joined(ADDRESS.user)));
    }

    /** With the query for the users as a subquery. Two statements. */
    public static List<User> subqueryLoading(Session session) {
        return session.all(select(USER).where(USER.age.gt(16)).options(subquery(USER.addresses)));
    }

    /** Several levels. Three statements: the team comes with the membership. */
    public static List<User> nested(Session session) {
        return session.all(select(USER)
                .options(selectIn(USER.addresses), selectIn(USER.memberships).then(joined(MEMBERSHIP.team))));
    }

    /** Only some columns. The others are loaded when they are read. */
    public static List<User> columns(Session session) {
        session.all(select(USER).options(defer(USER.fullName)));
        return session.all(select(USER).options(loadOnly(USER.name), selectIn(USER.addresses)
                .then(loadOnly(ADDRESS.email))));
    }

    /** From a join that the query contains anyway. */
    public static List<User> joinedByTheQuery(Session session) {
        return session.all(select(USER).join(USER.addresses).where(ADDRESS.email.endsWith(".example"))
                .options(containsEager(USER.addresses)));
    }

    /** Accidental loading is an error. */
    public static User strict(Session session) {
        session.all(select(USER).options(raise(USER.purchases)));
        return session.first(select(USER).orderBy(USER.name).options(selectIn(USER.addresses), raiseAll()))
                .orElseThrow();
    }

    /** After its session is closed, an object keeps what was loaded. */
    public static List<String> detached(SessionFactory sessions) {
        User alice = sessions.fromTransaction(session -> session.one(select(USER).where(USER.name.eq("Alice"))
                .options(selectIn(USER.addresses))));
        return alice.addresses().stream().map(Address::email).toList();
    }
}
