package dev.rubedo.orm.golden;

import static dev.rubedo.orm.Orm.aliased;
import static dev.rubedo.orm.Orm.aliasedByName;
import static dev.rubedo.orm.Orm.and;
import static dev.rubedo.orm.Orm.containsEager;
import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.loadOnly;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.Orm.undefer;
import static dev.rubedo.orm.Orm.union;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.golden.Address_.ADDRESS;
import static dev.rubedo.orm.golden.Circle_.CIRCLE;
import static dev.rubedo.orm.golden.Employee_.EMPLOYEE;
import static dev.rubedo.orm.golden.Engineer_.ENGINEER;
import static dev.rubedo.orm.golden.Item_.ITEM;
import static dev.rubedo.orm.golden.Node_.NODE;
import static dev.rubedo.orm.golden.OrderItem_.ORDER_ITEM;
import static dev.rubedo.orm.golden.Order_.ORDER;
import static dev.rubedo.orm.golden.Shape_.SHAPE;
import static dev.rubedo.orm.golden.Truck_.TRUCK;
import static dev.rubedo.orm.golden.User_.USER;
import static dev.rubedo.orm.golden.Vehicle_.VEHICLE;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.sql.Statement;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Recorded queries of SQLAlchemy, from a folder that the environment variable {@code RUBEDO_GOLDEN} names: sessions send
 * the same text and the same values to SQLite.
 */
class GoldenQueryTest {

    /** The cases whose statements have another form, and why. */
    private static final Map<String, String> OTHER_FORM = Map.of(
            "concrete_union", "the class of a row is told by a column that comes first and needs no mapping",
            "contains_eager", "the columns of the owner come first",
            "rel_contains_m2m", "EXISTS can be negated and combined, and repeats no owner",
            "undefer_column_property", "formulas follow the columns, and have the name of their attribute");

    private static final Map<String, Statement<?>> CASES = new LinkedHashMap<>();

    static {
        var named = aliasedByName(USER, select(ITEM.id, ITEM.name).subquery());
        CASES.put("adapt_on_names", select(named.id, named.name));
        var alias = aliased(USER);
        CASES.put("aliased_entity", select(alias).where(alias.id.eq(5)));
        CASES.put("bundle", select(USER.id, USER.name, USER.age));
        CASES.put("concrete_sub", select(CIRCLE));
        CASES.put("concrete_union", select(SHAPE));
        CASES.put("contains_eager", select(USER).join(USER.addresses).options(containsEager(USER.addresses)));
        CASES.put("defer_undefer", select(ITEM).options(defer(ITEM.name), undefer(ITEM.description)));
        CASES.put("entity_columns", select(USER.id, USER.name));
        CASES.put("entity_deferred", select(ITEM));
        CASES.put("filter_by", select(USER.id).join(USER.addresses).where(ADDRESS.city.eq("Oslo")));
        CASES.put("join_entity_inferred", select(USER.id).join(ADDRESS));
        CASES.put("join_rel", select(USER.id).join(USER.addresses));
        CASES.put("join_rel_and", select(USER.id).join(USER.addresses.and(ADDRESS.city.eq("Oslo"))));
        CASES.put("join_rel_chain", select(USER.id).join(USER.orders).join(ORDER.lines).join(ORDER_ITEM.item));
        var parent = aliased(NODE);
        CASES.put("join_self_ref", select(NODE.id).join(NODE.parent.to(parent)).where(parent.label.eq("root")));
        var grandparent = aliased(NODE);
        CASES.put("join_self_two", select(NODE.id).join(NODE.parent.to(parent)).join(parent.parent.to(grandparent))
                .where(grandparent.label.eq("root")));
        CASES.put("joinedload", select(USER).options(joined(USER.addresses)));
        CASES.put("joinedload_inner", select(ADDRESS).options(joined(ADDRESS.user).innerJoin()));
        CASES.put("joinedload_limit", select(USER).options(joined(USER.addresses)).orderBy(USER.name).limit(2));
        CASES.put("joinedload_m2m", select(ITEM).options(joined(ITEM.keywords)));
        CASES.put("joinedload_nested", select(USER).options(
                joined(USER.orders).then(joined(ORDER.lines).then(joined(ORDER_ITEM.item)))));
        CASES.put("joinedload_two", select(ORDER).options(joined(ORDER.billingAddress),
                joined(ORDER.shippingAddress)));
        CASES.put("load_only", select(USER).options(loadOnly(USER.name)));
        CASES.put("orm_delete", deleteFrom(USER).where(USER.name.eq("x"))
                .options(synchronize(SynchronizeSession.NONE)));
        CASES.put("orm_update", update(USER).set(USER.name, "x").where(USER.age.gt(5))
                .options(synchronize(SynchronizeSession.NONE)));
        CASES.put("orm_update_synonym", update(USER).set(USER.mail, "x")
                .options(synchronize(SynchronizeSession.NONE)));
        CASES.put("outerjoin_rel", select(USER.id).leftJoin(USER.profile));
        CASES.put("rel_collection_eq_none", select(USER.id).where(USER.addresses.isEmpty()));
        CASES.put("rel_contains_m2m", select(ITEM.id).where(ITEM.keywords.contains(new Keyword().id(3))));
        CASES.put("rel_eq", select(ADDRESS.id).where(ADDRESS.user.eq(new User().id(5)).or(ADDRESS.user.isNull())));
        CASES.put("rel_ne", select(ADDRESS.id).where(and(ADDRESS.user.ne(new User().id(5)),
                ADDRESS.user.isNotNull())));
        var truck = aliased(TRUCK);
        CASES.put("single_inh_alias", select(truck.id).where(truck.payload.gt(5)));
        CASES.put("single_inh_base", select(VEHICLE));
        CASES.put("undefer_column_property", select(USER).options(undefer(USER.addressCount), loadOnly(USER.id)));
        CASES.put("union_from_statement", union(select(USER).where(USER.id.eq(1)), select(USER).where(USER.id.eq(2))));
        CASES.put("where", select(USER.id).where(USER.name.eq("ann"), USER.age.gt(3)));
        CASES.put("with_parent", select(ADDRESS.id).where(USER.addresses.isOf(new User().id(5))));
        var employee = aliased(EMPLOYEE);
        CASES.put("with_polymorphic_flat", select(employee.id, employee.treat(ENGINEER).language));
    }

    @DatabaseTest(only = "sqlite")
    void statementsAreThoseOfTheRecord(Engine engine, StatementLog statements) {
        GoldenRecord.compareQueries("ormquery", CASES, OTHER_FORM, engine, statements);
    }

    @Test
    void textsForOtherDatabasesAreThoseOfTheRecord() {
        Map<String, String> otherForm = new LinkedHashMap<>(OTHER_FORM);
        otherForm.put("entity_deferred", "a statement without a session has all columns, as nothing loads them later");
        GoldenRecord.compareText("ormquery", CASES, otherForm);
    }
}
