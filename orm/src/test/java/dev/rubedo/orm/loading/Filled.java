package dev.rubedo.orm.loading;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Group;
import dev.rubedo.orm.shop.Node;
import dev.rubedo.orm.shop.Profile;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** A shop with three users, each with two addresses, a group and a profile, and a tree of nodes. Thread-safe. */
final class Filled {

    static final List<String> NAMES = List.of("ann", "bob", "cyd");

    private Filled() {}

    static SessionFactory shop(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (String name : NAMES) {
                User user = new User(name);
                user.addresses().addAll(List.of(new Address(name + "@home"), new Address(name + "@work")));
                user.groups().add(new Group(name + "s"));
                user.profile(new Profile(name + " lives"));
                session.add(user);
                session.flush();
            }
            Node root = new Node("root");
            Node inner = new Node("inner");
            Node leaf = new Node("leaf");
            Node last = new Node("last");
            root.children().add(inner);
            inner.children().add(leaf);
            leaf.children().add(last);
            session.add(root);
        });
        statements.clear();
        return sessions;
    }
}
