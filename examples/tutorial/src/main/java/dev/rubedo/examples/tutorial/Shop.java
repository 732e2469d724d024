package dev.rubedo.examples.tutorial;

import static dev.rubedo.examples.tutorial.Address_.ADDRESS;
import static dev.rubedo.examples.tutorial.Clerk_.CLERK;
import static dev.rubedo.examples.tutorial.Employee_.EMPLOYEE;
import static dev.rubedo.examples.tutorial.Engineer_.ENGINEER;
import static dev.rubedo.examples.tutorial.Membership_.MEMBERSHIP;
import static dev.rubedo.examples.tutorial.Profile_.PROFILE;
import static dev.rubedo.examples.tutorial.Purchase_.PURCHASE;
import static dev.rubedo.examples.tutorial.Tag_.TAG;
import static dev.rubedo.examples.tutorial.Team_.TEAM;
import static dev.rubedo.examples.tutorial.User_.USER;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;

/** The entities of all chapters, and some rows to query. Stateless and thread-safe. */
public final class Shop {

    /** All entities of the tutorial. */
    public static final Model MODEL = Model.of(USER, ADDRESS, PROFILE, TAG, TEAM, MEMBERSHIP, PURCHASE, EMPLOYEE,
            ENGINEER, CLERK);

    private Shop() {}

    /** Creates the tables and returns the factory of the sessions that the chapters use. */
    public static SessionFactory open(Engine engine) {
        MODEL.metadata().createAll(engine);
        return SessionFactory.of(engine, MODEL);
    }

    /** Returns a factory for a database with four users, their addresses and purchases, and some employees. */
    public static SessionFactory filled(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> {
            User alice = new User("Alice").fullName("Alice Adams").email("alice@example.com").age(30);
            alice.addresses().add(new Address("alice@work.example"));
            alice.addresses().add(new Address("alice@home.example"));
            alice.purchases().add(new Purchase("10.50"));
            alice.purchases().add(new Purchase("4.50"));
            User bob = new User("Bob").fullName("Bob Bell").email("bob@example.com").age(17);
            bob.addresses().add(new Address("bob@example.com"));
            bob.purchases().add(new Purchase("7.00"));
            User carol = new User("Carol").email("carol@example.com").age(70).department("legal");
            session.add(alice, bob, carol, new User("Dave").department("legal"));
            Employee boss = new Employee("Zoe");
            boss.subordinates().add(new Engineer("Yan", "java"));
            boss.subordinates().add(new Clerk("Xan", 7));
            boss.subordinates().get(0).subordinates().add(new Engineer("Will", "sql"));
            session.add(boss);
        });
        return sessions;
    }
}
