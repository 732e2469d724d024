package dev.rubedo.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.oracle.type.OracleTypes;
import dev.rubedo.engine.Engine;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateSequence;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.MetaData;
import dev.rubedo.tck.ScriptedJdbc;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reflection of rows in the form of the dictionary ("Database Reference", static data dictionary views). */
class OracleReflectionTest {

    private static final String COLUMNS = "table_name,column_name,data_type,is_nullable,is_identity,identity_generation,"
            + "identity_start,identity_increment,identity_minimum,identity_maximum,identity_cycle,identity_cache,"
            + "identity_on_null,generation_storage,collation_name,unmodelled,on_update,remarks,column_default";
    private static final String TABLES = "table_name,remarks,tablespace_name,compression,compress_for,duration,unmodelled";
    private static final String CONSTRAINTS = "table_name,constraint_name,constraint_type,column_name,referred_schema,"
            + "referred_table,referred_column,update_rule,delete_rule,is_deferrable,initially_deferred,unmodelled";
    private static final String CHECKS = "table_name,constraint_name,constraint_type,unmodelled,generated,check_clause";
    private static final String INDEXES = "table_name,index_name,index_type,uniqueness,compression,prefix_length,"
            + "visibility,partitioned,column_name,descend,column_expression";
    private static final String SEQUENCES = "name,start_value,minimum_value,maximum_value,increment,cache_size,cycles,"
            + "is_ordered,is_owned";

    private final ScriptedJdbc jdbc = new ScriptedJdbc("Oracle", 23, 0);
    private final OracleDialect dialect = new OracleDialect();

    private static @Nullable Object[] column(String table, String name, String type, String nullable,
            @Nullable String value) {
        return new Object[]{table, name, type, nullable, "NO", null, null, null, null, null, "NO", null, "NO", null,
                null,
                null, null, null, value};
    }

    private static @Nullable Object[] with(@Nullable Object[] row, int position, @Nullable Object value) {
        row[position] = value;
        return row;
    }

    private void script() {
        jdbc.answer("SELECT t.TABLE_NAME AS name FROM ALL_TABLES", "name", new Object[]{"USERS"},
                new Object[]{"ORDERS"});
        jdbc.answer("FROM ALL_SEQUENCES", SEQUENCES);
        jdbc.answer("AS column_default", COLUMNS,
                new Object[]{"ORDERS", "ID", "NUMBER(*,0)", "NO", "YES", "BY DEFAULT", "10", "5", null, null, "NO",
                        null,
                        "YES", null, null, null, null, null, "\"SHOP\".\"ISEQ$$_1\".nextval"},
                column("ORDERS", "USER_ID", "NUMBER(19,0)", "NO", null),
                column("ORDERS", "PLACED", "TIMESTAMP(6)", "NO", "SYSTIMESTAMP "),
                with(column("ORDERS", "NOTE", "VARCHAR2(100 CHAR)", "YES", "'none'"), 17, "what was said"),
                column("ORDERS", "PRICE", "NUMBER(10,2)", "NO", "0"),
                with(column("ORDERS", "TAXED", "NUMBER", "YES", "\"PRICE\"*1.1"), 13, "VIRTUAL"),
                column("ORDERS", "DAY", "DATE", "YES", null),
                column("ORDERS", "order", "VARCHAR2(5 BYTE)", "YES", null),
                column("ORDERS", "CamelCase", "CLOB", "YES", null), column("USERS", "ID", "NUMBER(19,0)", "NO", null));
        jdbc.answer("AS compress_for", TABLES,
                new Object[]{"ORDERS", "what was bought", "DATA", "ENABLED", "ADVANCED", null, null},
                new Object[]{"USERS", null, "DATA", "DISABLED", null, null, null});
        jdbc.answer("AS initially_deferred", CONSTRAINTS,
                new Object[]{"ORDERS", "FK_ORDERS_USERS", "FOREIGN KEY", "USER_ID", null, "USERS", "ID", null,
                        "CASCADE",
                        "YES", "YES", null},
                new Object[]{"ORDERS", "PK_ORDERS", "PRIMARY KEY", "ID", null, null, null, null, null, "NO", "NO",
                        null},
                new Object[]{"USERS", "PK_USERS", "PRIMARY KEY", "ID", null, null, null, null, null, "NO", "NO", null});
        jdbc.answer("AS check_clause", CHECKS,
                new Object[]{"ORDERS", "SYS_C0011", "CHECK", null, "GENERATED NAME", "\"USER_ID\" IS NOT NULL"},
                new Object[]{"ORDERS", "CK_PRICE", "CHECK", null, "USER NAME", "price >= 0"});
        jdbc.answer("AS column_expression", INDEXES,
                new Object[]{"ORDERS", "IX_PLACED", "FUNCTION-BASED NORMAL", "NONUNIQUE", "ENABLED", 1, "VISIBLE", "NO",
                        "SYS_NC00010$", "DESC", "\"PLACED\""},
                new Object[]{"ORDERS", "IX_PRICE", "BITMAP", "NONUNIQUE", "DISABLED", null, "VISIBLE", "NO", "PRICE",
                        "ASC",
                        null});
    }

    @Test
    void tablesAreReadAsTheyWereCreated() {
        script();
        MetaData metaData;
        try (var engine = Engine.of(jdbc.dataSource())) {
            metaData = engine.reflect();
        }
        var orders = metaData.require("orders");

        assertThat(dialect.compile(new CreateTable(orders))).isEqualTo("""
                CREATE TABLE orders ( id INTEGER GENERATED BY DEFAULT ON NULL AS IDENTITY (INCREMENT BY 5 START WITH 10), \
                user_id NUMBER(19) NOT NULL, placed TIMESTAMP DEFAULT SYSTIMESTAMP NOT NULL, \
                note VARCHAR2(100 CHAR) DEFAULT 'none', price NUMBER(10, 2) DEFAULT 0 NOT NULL, \
                taxed NUMBER GENERATED ALWAYS AS ("PRICE"*1.1) VIRTUAL, day DATE, "order" VARCHAR2(5 BYTE), \
                "CamelCase" CLOB, CONSTRAINT pk_orders PRIMARY KEY (id), CONSTRAINT ck_price CHECK (price >= 0), \
                CONSTRAINT fk_orders_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE \
                DEFERRABLE INITIALLY DEFERRED ) COMPRESS FOR ADVANCED""");
        assertThat(orders.comment()).isEqualTo("what was bought");
        assertThat(orders.indexes().stream().map(index -> dialect.compile(new CreateIndex(index)))).containsExactly(
                "CREATE INDEX ix_placed ON orders (placed DESC) COMPRESS 1",
                "CREATE BITMAP INDEX ix_price ON orders (price)");
        assertThat(jdbc.log()).filteredOn(sql -> sql.startsWith("SELECT")).hasSize(7);
    }

    @Test
    void aSynonymIsReadAsTheTableThatItStandsFor() {
        script();
        jdbc.answer("FROM ALL_SYNONYMS", "name,table_owner,table_name,db_link",
                new Object[]{"PEOPLE", "SHOP", "USERS", null}, new Object[]{"FAR", "SHOP", "USERS", "WEB.EXAMPLE.COM"});
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThat(engine.inspect().table("people").columns().get(0).name()).isEqualTo("id");
            assertThat(engine.inspect().table("far").name()).isEqualTo("far");
        }
        assertThat(jdbc.log()).anyMatch(sql -> sql.contains("FROM ALL_TAB_COLS@WEB.EXAMPLE.COM c")
                && sql.endsWith("[SHOP]"));
    }

    @Test
    void namesAreThoseOfMetadata() {
        jdbc.answer("AS name FROM ALL_USERS", "name", new Object[]{"SHOP"}, new Object[]{"Mixed"},
                new Object[]{"ORDER"});
        jdbc.answer("FROM ALL_TABLES", "name");
        jdbc.answer("CURRENT_SCHEMA') AS name", "name", new Object[]{"SHOP"});
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThat(engine.inspect().schemaNames()).containsExactly("Mixed", "ORDER", "shop");
            assertThat(engine.inspect().defaultSchema()).isEqualTo("shop");
            engine.inspect().tableNames("shop");
            engine.inspect().tableNames("Mixed");
        }
        assertThat(jdbc.log()).anyMatch(sql -> sql.endsWith("[SHOP]")).anyMatch(sql -> sql.endsWith("[Mixed]"));
    }

    @Test
    void viewsAndSequencesAreRead() {
        jdbc.answer("FROM ALL_VIEWS", "name,is_materialized,definition",
                new Object[]{"V", "NO", "SELECT 1 AS a FROM dual"});
        jdbc.answer("FROM ALL_MVIEWS", "name,is_materialized,definition",
                new Object[]{"M", "YES", "SELECT 2 AS a FROM dual"});
        jdbc.answer("FROM ALL_SEQUENCES", SEQUENCES,
                new Object[]{"PLAIN", 1, 1, Long.MAX_VALUE, 1, 20, "N", "N", 0},
                new Object[]{"SMALL", 5, 5, 99, 2, 7, "Y", "Y", 0});
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThat(engine.inspect().views("").stream().map(view -> view.name() + view.isMaterialized()))
                    .containsExactly("mtrue", "vfalse");
            assertThat(engine.inspect().sequences("").stream()
                    .map(each -> dialect.compile(new CreateSequence(each.sequence(), false)))).containsExactly(
                            "CREATE SEQUENCE plain",
                            "CREATE SEQUENCE small INCREMENT BY 2 MINVALUE 5 MAXVALUE 99 CACHE 7 CYCLE ORDER");
        }
    }

    @Test
    void theScriptHasTheColumnsOfTheQueries() {
        var catalog = new OracleCatalog(OracleDialect.NEWEST, "");

        assertThat(aliases(catalog.columns())).isEqualTo(COLUMNS);
        assertThat(aliases(catalog.tables())).isEqualTo(TABLES);
        assertThat(aliases(catalog.constraints())).isEqualTo(CONSTRAINTS);
        assertThat(aliases(catalog.checks())).isEqualTo(CHECKS);
        assertThat(aliases(catalog.indexes())).isEqualTo(INDEXES);
        assertThat(aliases(catalog.sequences())).isEqualTo(SEQUENCES);
        assertThat(aliases(catalog.synonyms())).isEqualTo("name,table_owner,table_name,db_link");
        assertThat(aliases(catalog.views())).isEqualTo("name,is_materialized,definition");
    }

    /** Returns the names of the columns of a query. */
    private static String aliases(String sql) {
        return Pattern.compile(" AS ([a-z_]+)(?=,|\\s+FROM )").matcher(sql.replace('\n', ' ')).results()
                .map(found -> found.group(1)).collect(Collectors.joining(","));
    }

    @Test
    void everyTypeIsReadAndWritten() {
        var types = new OracleTypeCatalog(dialect);
        var portable = Map.<String, SqlType<?>>ofEntries(Map.entry("NUMBER(*,0)", Types.INTEGER),
                Map.entry("NUMBER(19,0)", Types.BIGINT), Map.entry("NUMBER", Types.NUMERIC),
                Map.entry("NUMBER(9,3)", Types.numeric(9, 3)), Map.entry("BINARY_FLOAT", Types.REAL),
                Map.entry("BINARY_DOUBLE", Types.DOUBLE), Map.entry("VARCHAR2(40 CHAR)", Types.string(40)),
                Map.entry("CLOB", Types.TEXT), Map.entry("BLOB", Types.BINARY),
                Map.entry("TIMESTAMP(6)", Types.TIMESTAMP),
                Map.entry("TIMESTAMP(3)", Types.timestamp(3)),
                Map.entry("TIMESTAMP(6) WITH TIME ZONE", Types.TIMESTAMP_TZ),
                Map.entry("INTERVAL DAY(9) TO SECOND(9)", Types.INTERVAL), Map.entry("BOOLEAN", Types.BOOLEAN),
                Map.entry("DATE", OracleTypes.DATE_TIME));
        portable.forEach((name, type) -> assertThat(types.read(ReflectedTypeName.of(name))).as(name)
                .matches(read -> types.same(read, type)).extracting(SqlType::javaType).isEqualTo(type.javaType()));
        for (var name : List.of("NUMBER(4,0)", "NUMBER(9,0)", "NUMBER(30,0)", "FLOAT(126)", "VARCHAR2(30 BYTE)",
                "NVARCHAR2(30)", "CHAR(5 CHAR)", "NCHAR(5)", "NCLOB", "LONG", "LONG RAW", "RAW(16)", "BFILE", "ROWID",
                "UROWID(4000)", "XMLTYPE", "TIMESTAMP(6) WITH LOCAL TIME ZONE", "INTERVAL DAY(2) TO SECOND(6)",
                "INTERVAL YEAR(2) TO MONTH", "JSON", "VECTOR", "SHOP.ADDRESS")) {
            var read = types.read(ReflectedTypeName.of(name));
            assertThat(types.same(read, types.read(ReflectedTypeName.of(types.write(read))))).as(name).isTrue();
        }
        assertThat(new OracleTypeCatalog(new OracleDialect(dev.rubedo.compile.ServerVersion.of("19")))
                .read(ReflectedTypeName.of("NUMBER(1,0)"))).isEqualTo(Types.BOOLEAN);
    }
}
