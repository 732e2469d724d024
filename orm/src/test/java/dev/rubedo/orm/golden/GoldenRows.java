package dev.rubedo.orm.golden;

import static dev.rubedo.orm.golden.Address_.ADDRESS;
import static dev.rubedo.orm.golden.Item_.ITEM;
import static dev.rubedo.orm.golden.Keyword_.KEYWORD;
import static dev.rubedo.orm.golden.Node_.NODE;
import static dev.rubedo.orm.golden.OrderItem_.ORDER_ITEM;
import static dev.rubedo.orm.golden.Order_.ORDER;
import static dev.rubedo.orm.golden.Profile_.PROFILE;
import static dev.rubedo.orm.golden.User_.USER;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that every recorded case finds. Thread-safe. */
final class GoldenRows {

    private GoldenRows() {}

    static SessionFactory filled(Engine engine, StatementLog statements) {
        Model model = Model.of(USER, ADDRESS, ORDER, ORDER_ITEM, ITEM, KEYWORD, PROFILE, NODE);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            session.addAll(List.of(user(1, "ann", "Ann Archer", 34), user(2, "bob", "Bob Barker", 25),
                    user(3, "cyd", null, null)));
            session.flush();
            session.addAll(List.of(address(1, 1, "Oslo"), address(2, 1, "Bergen"), address(3, 2, "Oslo")));
            session.flush();
            session.addAll(List.of(order(1, 1, 2, "open"), order(2, 1, 1, "closed"), order(3, 2, null, "open")));
            Keyword blue = new Keyword().id(1).word("blue");
            Keyword fine = new Keyword().id(2).word("fine");
            Item pen = new Item().id(1).name("pen");
            Item ink = new Item().id(2).name("ink");
            session.addAll(List.of(blue, fine, new Keyword().id(3).word("cheap"), pen, ink,
                    new Item().id(3).name("pad")));
            session.flush();
            pen.keywords().addAll(List.of(blue, fine));
            ink.keywords().add(blue);
            session.addAll(List.of(line(1, 1, 2), line(1, 2, 5), line(2, 2, 1), line(3, 1, 5)));
            session.add(new Profile().id(1).userId(1).bio("hello"));
            for (Node node : List.of(node(1, null, "root"), node(2, 1, "left"), node(3, 1, "right"),
                    node(4, 2, "leaf"))) {
                session.add(node);
                session.flush();
            }
        });
        statements.clear();
        return sessions;
    }

    private static User user(int id, String name, @Nullable String fullname, @Nullable Integer age) {
        return new User().id(id).name(name).fullname(fullname).email(name + "@example.org").age(age)
                .active(age != null);
    }

    private static Address address(int id, int user, String city) {
        return new Address().id(id).userId(user).city(city);
    }

    private static Order order(int id, int user, @Nullable Integer shipping, String status) {
        return new Order().id(id).userId(user).shippingAddressId(shipping).status(status);
    }

    private static OrderItem line(int order, int item, int quantity) {
        return new OrderItem().orderId(order).itemId(item).quantity(quantity);
    }

    private static Node node(int id, @Nullable Integer parent, String label) {
        return new Node().id(id).parentId(parent).label(label);
    }
}
