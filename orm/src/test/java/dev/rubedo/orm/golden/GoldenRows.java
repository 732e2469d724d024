package dev.rubedo.orm.golden;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** The tables and rows that every recorded case finds. Thread-safe. */
final class GoldenRows {

    static final Model MODEL = Model.of(Address_.ADDRESS, Car_.CAR, Circle_.CIRCLE, Document_.DOCUMENT,
            Employee_.EMPLOYEE, Engineer_.ENGINEER, Item_.ITEM, Keyword_.KEYWORD, Manager_.MANAGER, Node_.NODE,
            Note_.NOTE, Order_.ORDER, OrderItem_.ORDER_ITEM, Player_.PLAYER, Profile_.PROFILE, Shape_.SHAPE,
            Square_.SQUARE, Team_.TEAM, Truck_.TRUCK, User_.USER, Vehicle_.VEHICLE, Vertex_.VERTEX);

    private static final List<String> ROWS = """
            users (id, name, fullname, email, age, active, score, created_at): \
            (1, 'ann', 'Ann Archer', 'ann@example.org', 34, 1, 10.5, '2024-01-02 03:04:05'), \
            (2, 'bob', 'Bob Barker', 'bob@example.org', 25, 1, 7.25, '2024-02-03 04:05:06'), \
            (3, 'cyd', NULL, 'cyd@example.org', NULL, 0, NULL, NULL)
            addresses (id, user_id, street, city, zip): \
            (1, 1, '1 Elm St', 'Oslo', '0150'), (2, 1, '2 Oak St', 'Bergen', '5003'), (3, 2, '3 Ash St', 'Oslo', '0151')
            orders (id, user_id, billing_address_id, shipping_address_id, status, total, placed_at, note): \
            (1, 1, 1, 2, 'open', 30, '2024-03-01 09:00:00', 'first'), \
            (2, 1, 1, 1, 'closed', 5, '2024-03-02 09:00:00', 'second'), \
            (3, 2, 3, NULL, 'open', 12.5, '2024-03-03 09:00:00', NULL)
            items (id, name, price, description): (1, 'pen', 2.5, 'a pen'), (2, 'ink', 5, 'an ink'), (3, 'pad', 7.5, 'a pad')
            order_items (order_id, item_id, quantity, unit_price): \
            (1, 1, 2, 2.5), (1, 2, 5, 5), (2, 2, 1, 5), (3, 1, 5, 2.5)
            employees (id, name, type, manager_id, salary, hired_on): \
            (1, 'meg', 'manager', NULL, 900, '2020-01-01'), (2, 'eli', 'engineer', 1, 700, '2021-01-01'), \
            (3, 'eve', 'engineer', 1, 710, '2021-06-01'), (4, 'pat', 'employee', 2, 500, '2022-01-01')
            engineers (id, language): (2, 'java'), (3, 'python')
            managers (id, budget): (1, 10000)
            profiles (id, user_id, bio): (1, 1, 'hello')
            keywords (id, word): (1, 'blue'), (2, 'fine'), (3, 'cheap')
            item_keywords (item_id, keyword_id): (1, 1), (1, 2), (2, 1)
            nodes (id, parent_id, label): (1, NULL, 'root'), (2, 1, 'left'), (3, 1, 'right'), (4, 2, 'leaf')
            vehicles (id, kind, name, doors, payload, owner_id): \
            (1, 'car', 'mini', 3, NULL, 1), (2, 'truck', 'hauler', NULL, 900, 1), (3, 'vehicle', 'cart', NULL, NULL, 2)
            documents (id, title, body, version_id): (1, 't1', 'b1', 1), (2, 't2', 'b2', 4)
            circles (id, name, radius): (1, 'c1', 3)
            squares (id, name, side): (1, 's1', 4)
            teams (id, name, captain_id): (1, 'reds', NULL)
            players (id, name, team_id): (1, 'zed', 1), (2, 'yan', 1)
            vertices (id, x1, y1, x2, y2): (1, 1, 2, 3, 4)
            notes (user_id, name, body): (1, 'todo', 'buy ink'), (1, 'idea', 'paint')
            """.lines().toList();

    private GoldenRows() {}

    static SessionFactory filled(Engine engine, StatementLog statements) {
        MODEL.metadata().createAll(engine);
        restore(engine);
        statements.clear();
        return SessionFactory.of(engine, MODEL);
    }

    /** Replaces the rows of all tables by those that every case finds. */
    static void restore(Engine engine) {
        engine.inTransaction(connection -> {
            connection.execute(Sql.text("PRAGMA defer_foreign_keys = ON"));
            for (String rows : ROWS) {
                connection.execute(Sql.text("DELETE FROM " + rows.substring(0, rows.indexOf(' '))));
            }
            for (String rows : ROWS) {
                String[] parts = rows.split(": ", 2);
                connection.execute(Sql.text("INSERT INTO " + parts[0] + " VALUES " + parts[1]));
            }
        });
    }

    /** Releases what the recorded database, which checks no foreign keys, lets a case delete. */
    static void prepare(Engine engine, String id) {
        if (id.equals("orphan_delete")) {
            engine.inTransaction(connection -> connection.execute(
                    Sql.text("UPDATE orders SET billing_address_id = NULL, shipping_address_id = NULL")));
        }
    }
}
