package dev.rubedo.orm.shop;

import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Article_.ARTICLE;
import static dev.rubedo.orm.shop.Country_.COUNTRY;
import static dev.rubedo.orm.shop.Document_.DOCUMENT;
import static dev.rubedo.orm.shop.Employee_.EMPLOYEE;
import static dev.rubedo.orm.shop.Group_.GROUP;
import static dev.rubedo.orm.shop.Item_.ITEM;
import static dev.rubedo.orm.shop.Node_.NODE;
import static dev.rubedo.orm.shop.OrderLine_.ORDER_LINE;
import static dev.rubedo.orm.shop.Order_.ORDER;
import static dev.rubedo.orm.shop.Player_.PLAYER;
import static dev.rubedo.orm.shop.Profile_.PROFILE;
import static dev.rubedo.orm.shop.Team_.TEAM;
import static dev.rubedo.orm.shop.User_.USER;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.StatementLog;

/** The shop in a database: its tables are created. Thread-safe. */
public final class Shop {

    private Shop() {}

    /** Returns a new model of all entities. */
    public static Model model() {
        return Model.of(USER, ADDRESS, PROFILE, GROUP, ORDER, ORDER_LINE, ITEM, NODE, EMPLOYEE, TEAM, PLAYER, DOCUMENT,
                COUNTRY, ARTICLE);
    }

    /** Creates the tables and returns a factory of sessions. */
    public static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = model();
        model.metadata().createAll(engine);
        statements.clear();
        return SessionFactory.of(engine, model);
    }
}
