package dev.rubedo.orm.golden;

import static dev.rubedo.orm.Orm.aliased;
import static dev.rubedo.orm.Orm.not;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.golden.Address_.ADDRESS;
import static dev.rubedo.orm.golden.Item_.ITEM;
import static dev.rubedo.orm.golden.Keyword_.KEYWORD;
import static dev.rubedo.orm.golden.OrderItem_.ORDER_ITEM;
import static dev.rubedo.orm.golden.Order_.ORDER;
import static dev.rubedo.orm.golden.User_.USER;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.sql.Statement;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Recorded hybrids, association proxies and conditions on relationships, from a folder that the environment variable
 * {@code RUBEDO_GOLDEN} names. {@code any()} of a to-one relationship and {@code has()} of a collection, which the record
 * refuses, do not compile.
 */
class GoldenHybridTest {

    /** The cases whose statements have another form, and why. */
    private static final Map<String, String> OTHER_FORM = Map.of(
            "column_property_alias", "a formula has the name of its attribute",
            "column_property_select", "a formula has the name of its attribute",
            "contains_run", "EXISTS can be negated and combined, and repeats no owner",
            "any_m2m", "the join table comes first and has an alias, so that the condition may read it too",
            "assoc_proxy_append", "what is added to an unloaded collection does not load it",
            "assoc_proxy_creator", "what is added to an unloaded collection does not load it");

    private static final Map<String, Statement<?>> QUERIES = new LinkedHashMap<>();

    private static final Map<String, Function<Session, @Nullable Object>> CASES = new LinkedHashMap<>();

    static {
        QUERIES.put("any", select(USER.id).where(USER.addresses.any()));
        QUERIES.put("any_m2m", select(ITEM.id).where(ITEM.keywords.any(KEYWORD.word.eq("blue"))));
        QUERIES.put("any_nested", select(USER.id).where(USER.orders.any(ORDER.lines.any(ORDER_ITEM.quantity.gt(4)))));
        QUERIES.put("assoc_any", select(ORDER.id).where(ORDER.items().any(ITEM.name.eq("pen"))));
        QUERIES.put("assoc_scalar_eq", select(USER.id).where(USER.cities().contains("Oslo")));
        User_ user = aliased(USER);
        QUERIES.put("column_property_alias", select(user.id, user.addressCount));
        QUERIES.put("column_property_select", select(USER.id, USER.addressCount));
        QUERIES.put("column_property_where", select(USER.id).where(USER.addressCount.gt(1L))
                .orderBy(USER.addressCount.desc()));
        QUERIES.put("has", select(ADDRESS.id).where(ADDRESS.user.has(USER.name.eq("ann"))));
        QUERIES.put("hybrid_alias", select(user.label()).where(user.olderThan(3)));
        QUERIES.put("hybrid_property", select(USER.label()).where(USER.label().eq("x")));
        QUERIES.put("synonym", select(USER.mail).where(USER.mail.eq("x")));
        QUERIES.put("hybrid_method", select(USER.id).where(USER.olderThan(30)));
        QUERIES.put("not_any", select(USER.id).where(not(USER.addresses.any(ADDRESS.city.eq("Oslo")))));

        CASES.put("any_run", session -> List.of(
                session.all(select(USER.name).where(USER.addresses.any(ADDRESS.city.eq("Oslo"))).orderBy(USER.id)),
                session.all(select(ADDRESS.id).where(ADDRESS.user.has(USER.name.eq("bob"))))));
        CASES.put("assoc_proxy_append", session -> {
            Order order = session.require(ORDER, 3);
            order.items().add(session.require(ITEM, 3));
            session.flush();
            return order.lines().size();
        });
        CASES.put("assoc_proxy_creator", session -> {
            Item item = session.require(ITEM, 3);
            item.words().add("fresh");
            session.flush();
            return List.copyOf(item.words());
        });
        CASES.put("assoc_proxy_read", session -> session.require(ORDER, 1).items().stream().map(Item::name).toList());
        CASES.put("contains_run", session -> session.all(select(ITEM)
                .where(ITEM.keywords.contains(session.require(KEYWORD, 1))).orderBy(ITEM.id)).stream().map(Item::name)
                .toList());
    }

    @DatabaseTest(only = "sqlite")
    void queriesAreThoseOfTheRecord(Engine engine, StatementLog statements) {
        GoldenRecord.compareQueries("hybrid", QUERIES, OTHER_FORM, engine, statements);
    }

    @DatabaseTest(only = "sqlite")
    void statementsAndObjectsAreThoseOfTheRecord(Engine engine, StatementLog statements) {
        GoldenRecord.compare("hybrid", CASES, OTHER_FORM, engine, statements);
    }

    @Test
    void textsForOtherDatabasesAreThoseOfTheRecord() {
        GoldenRecord.compareText("hybrid", QUERIES, OTHER_FORM);
    }
}
