package dev.rubedo.examples.tutorial;

import static dev.rubedo.examples.tutorial.Employee_.EMPLOYEE;
import static dev.rubedo.examples.tutorial.Membership_.MEMBERSHIP;
import static dev.rubedo.examples.tutorial.Profile_.PROFILE;
import static dev.rubedo.examples.tutorial.Purchase_.PURCHASE;
import static dev.rubedo.examples.tutorial.Tag_.TAG;
import static dev.rubedo.examples.tutorial.User_.USER;
import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.orm.session.Session;
import java.util.List;

/** Chapter 6: relationships of all kinds. Stateless and thread-safe. */
public final class Relating {

    private Relating() {}

    /** One-to-many and many-to-one: both sides change immediately, and the flush changes the foreign key. */
    public static boolean bothSides(Session session) {
        User dave = session.one(select(USER).where(USER.name.eq("Dave")));
        Address address = new Address("dave@example.com");
        dave.addresses().add(address);
        boolean same = address.user() == dave;
        session.flush();
        return same && address.userId().equals(dave.id());
    }

    /** An address that is removed from the collection is deleted, because it cannot exist without a user. */
    public static long orphan(Session session) {
        User alice = session.one(select(USER).where(USER.name.eq("Alice")));
        alice.addresses().remove(0);
        session.flush();
        return alice.addresses().size();
    }

    /** One-to-one. */
    public static String oneToOne(Session session) {
        User alice = session.one(select(USER).where(USER.name.eq("Alice")));
        alice.profile(new Profile("Likes mathematics"));
        session.flush();
        return session.one(select(USER.name).where(USER.profile.has(PROFILE.bio.contains("math"))));
    }

    /** Many-to-many: rows of the join table are inserted and deleted with the elements of the sets. */
    public static List<String> manyToMany(Session session) {
        User alice = session.one(select(USER).where(USER.name.eq("Alice")));
        User bob = session.one(select(USER).where(USER.name.eq("Bob")));
        Tag early = new Tag("early");
        alice.tags().add(early);
        early.users().add(bob);
        session.flush();
        return session.all(select(USER.name).where(USER.tags.any(TAG.word.eq("early"))).orderBy(USER.name));
    }

    /** An association object is an entity between two others, with values of its own. */
    public static List<String> associationObject(Session session) {
        User alice = session.one(select(USER).where(USER.name.eq("Alice")));
        User carol = session.one(select(USER).where(USER.name.eq("Carol")));
        Team team = new Team("chess");
        new Membership(alice, team, "captain");
        new Membership(carol, team, "player");
        session.add(team);
        session.flush();
        return session.all(select(USER.name).join(USER.memberships).where(MEMBERSHIP.role.eq("captain")));
    }

    /** A self-reference. */
    public static List<String> selfReference(Session session) {
        Employee zoe = session.one(select(EMPLOYEE).where(EMPLOYEE.manager.isNull()));
        zoe.subordinates().add(new Clerk("Vera", 9));
        session.flush();
        return zoe.subordinates().stream().map(Employee::name).toList();
    }

    /** What belongs to a user is deleted with the user; other references cause a database error. */
    public static long cascade(Session session) {
        User alice = session.one(select(USER).where(USER.name.eq("Alice")));
        session.execute(deleteFrom(PURCHASE)
                .where(PURCHASE.userId.eq(alice.id())));
        session.delete(alice);
        session.flush();
        return session.one(select(count(MEMBERSHIP.id)));
    }
}
