package dev.rubedo.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.sqlserver.type.SqlServerTypes;
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

/** Reflection of rows in the form of the catalog views ("System catalog views (Transact-SQL)"). */
class SqlServerReflectionTest {

    private static final String COLUMNS = "table_name,column_name,data_type,base_type,type_name,type_schema,is_nullable,"
            + "column_default,is_identity,identity_generation,identity_start,identity_increment,generation_expression,"
            + "generation_storage,collation_name,unmodelled,on_update,remarks";
    private static final String CONSTRAINTS = "table_name,constraint_name,constraint_type,column_name,referred_schema,"
            + "referred_table,referred_column,update_rule,delete_rule,constraint_options,unmodelled,position";
    private static final String INDEXES = "table_name,index_name,is_unique,index_type,filter_definition,fill_factor,"
            + "is_disabled,ignores_duplicates,column_name,is_descending,is_included";

    private final ScriptedJdbc jdbc = new ScriptedJdbc("Microsoft SQL Server", 16, 0);
    private final SqlServerDialect dialect = new SqlServerDialect();

    private static @Nullable Object[] column(String table, String name, String type, String nullable,
            @Nullable String value) {
        return new Object[]{table, name, type, null, type, "sys", nullable, value, "NO", null, null, null, null, null,
                null,
                null, null, null};
    }

    private static @Nullable Object[] with(@Nullable Object[] row, int position, @Nullable Object value) {
        row[position] = value;
        return row;
    }

    private void script() {
        jdbc.answer("SELECT o.name AS name FROM sys.objects o", "name", new Object[]{"users"}, new Object[]{"orders"});
        jdbc.answer("AS base_type", COLUMNS,
                new Object[]{"orders", "id", "int", null, "int", "sys", "NO", null, "YES", "BY DEFAULT", 10, 5, null,
                        null,
                        null, null, null, null},
                column("orders", "user_id", "bigint", "NO", null),
                column("orders", "placed", "datetime2(7)", "NO", "(sysdatetime())"),
                with(column("orders", "note", "nvarchar(100)", "YES", "(N'none')"), 17, "what was said"),
                with(column("orders", "price", "numeric(10,2)", "NO", "((0))"), 15, null),
                with(with(column("orders", "taxed", "numeric(14,3)", "YES", null), 12, "([price]*(1.1))"), 13,
                        "STORED"),
                column("orders", "version", "timestamp", "NO", null),
                with(column("orders", "place", "varchar(20)", "YES", null), 14, "Latin1_General_BIN2"),
                new Object[]{"orders", "phone", "[dbo].[phone]", "varchar(20)", "phone", "dbo", "YES", null, "NO", null,
                        null, null, null, null, null, null, null, null},
                column("users", "id", "bigint", "NO", null), column("users", "active", "bit", "NO", "((1))"));
        jdbc.answer("FROM sys.sequences o",
                "name,start_value,minimum_value,maximum_value,increment,cache_size,cycles,is_owned,type_name");
        jdbc.answer("AS filegroup", "table_name,remarks,filegroup,compression,unmodelled",
                new Object[]{"orders", "what was bought", "ARCHIVE", "PAGE", null},
                new Object[]{"users", null, null, null, null});
        jdbc.answer("sys.key_constraints k", CONSTRAINTS,
                new Object[]{"orders", "fk_orders_users", "FOREIGN KEY", "user_id", null, "users", "id", "NO ACTION",
                        "CASCADE", null, null, 1},
                new Object[]{"orders", "pk_orders", "PRIMARY KEY", "id", null, null, null, null, null,
                        "mssql.clustered=false", null, 1},
                new Object[]{"orders", "uq_place", "UNIQUE", "place", null, null, null, null, null,
                        "mssql.clustered=true", null, 1},
                new Object[]{"users", "pk_users", "PRIMARY KEY", "id", null, null, null, null, null, null, null, 1});
        jdbc.answer("sys.check_constraints k", "table_name,constraint_name,constraint_type,check_clause,unmodelled",
                new Object[]{"orders", "ck_price", "CHECK", "([price]>=(0))", null});
        jdbc.answer("x.filter_definition", INDEXES,
                new Object[]{"orders", "ix_open", false, "NONCLUSTERED", "([note] IS NOT NULL)", 80, false, false,
                        "placed", true, false},
                new Object[]{"orders", "ix_open", false, "NONCLUSTERED", "([note] IS NOT NULL)", 80, false, false,
                        "price",
                        false, true},
                new Object[]{"orders", "ix_store", false, "NONCLUSTERED COLUMNSTORE", null, 0, false, false, "price",
                        false,
                        true});
    }

    private MetaData reflected() {
        script();
        try (var engine = Engine.of(jdbc.dataSource())) {
            return engine.reflect();
        }
    }

    @Test
    void tablesAreReadAsTheyWereCreated() {
        var orders = reflected().require("orders");

        assertThat(dialect.compile(new CreateTable(orders))).isEqualTo("""
                CREATE TABLE orders ( id INTEGER NOT NULL IDENTITY(10,5), user_id BIGINT NOT NULL, \
                placed DATETIME2 NOT NULL DEFAULT sysdatetime(), note NVARCHAR(100) NULL DEFAULT N'none', \
                price NUMERIC(10, 2) NOT NULL DEFAULT 0, taxed AS ([price]*(1.1)) PERSISTED, \
                version ROWVERSION NOT NULL, place varchar(20) COLLATE Latin1_General_BIN2 NULL, \
                phone [dbo].[phone] NULL, \
                CONSTRAINT pk_orders PRIMARY KEY NONCLUSTERED (id), \
                CONSTRAINT uq_place UNIQUE CLUSTERED (place), CONSTRAINT ck_price CHECK ([price]>=(0)), \
                CONSTRAINT fk_orders_users FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE ) \
                ON [ARCHIVE] WITH (DATA_COMPRESSION = PAGE)""");
        assertThat(orders.comment()).isEqualTo("what was bought");
        assertThat(orders.require("note").commentText()).isEqualTo("what was said");
        assertThat(orders.indexes().stream().map(index -> dialect.compile(new CreateIndex(index)))).containsExactly(
                "CREATE INDEX ix_open ON orders (placed DESC) INCLUDE (price) WHERE [note] IS NOT NULL WITH (FILLFACTOR = 80)",
                "CREATE COLUMNSTORE INDEX ix_store ON orders (price)");
    }

    @Test
    void thereIsAConstantNumberOfQueries() {
        reflected();

        assertThat(jdbc.log()).filteredOn(sql -> sql.startsWith("SELECT")).hasSize(7);
    }

    @Test
    void theScriptHasTheColumnsOfTheQueries() {
        var catalog = new SqlServerCatalog("", SqlServerDialect.NEWEST);

        assertThat(aliases(catalog.columns())).isEqualTo(COLUMNS);
        assertThat(aliases(catalog.constraints())).isEqualTo(CONSTRAINTS);
        assertThat(aliases(catalog.indexes())).isEqualTo(INDEXES);
        assertThat(aliases(catalog.tables())).isEqualTo("table_name,remarks,filegroup,compression,unmodelled");
        assertThat(aliases(catalog.checks()))
                .isEqualTo("table_name,constraint_name,constraint_type,check_clause,unmodelled");
        assertThat(aliases(catalog.sequences())).isEqualTo(
                "name,start_value,minimum_value,maximum_value,increment,cache_size,cycles,is_owned,type_name");
        assertThat(aliases(catalog.views())).isEqualTo("name,definition");
    }

    /** Returns the names of the columns of a query. */
    private static String aliases(String sql) {
        return Pattern.compile(" AS ([a-z_]+)(?=,|\\s+FROM )").matcher(sql.replace('\n', ' ')).results()
                .map(found -> found.group(1)).collect(Collectors.joining(","));
    }

    @Test
    void aSchemaOfAnotherDatabaseIsReadThere() {
        script();
        jdbc.answer("FROM [archive].sys.objects o", "name", new Object[]{"users"});
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThat(engine.inspect().tableNames("archive.dbo")).containsExactly("users");
        }
        assertThat(jdbc.log())
                .contains("SELECT o.name AS name FROM [archive].sys.objects o JOIN [archive].sys.schemas s "
                        + "ON s.schema_id = o.schema_id WHERE o.type = 'U' AND o.is_ms_shipped = 0 AND s.name = "
                        + "COALESCE(NULLIF(?, N''), SCHEMA_NAME()) ORDER BY o.name [dbo]");
        var table = new MetaData().table("t", dev.rubedo.schema.TableOption.schema("archive.dbo"),
                dev.rubedo.schema.Column.column("id", Types.INTEGER));
        assertThat(dialect.compile(new CreateTable(table))).startsWith("CREATE TABLE archive.dbo.t (");
    }

    @Test
    void temporaryTablesAreThoseOfTheConnection() {
        script();
        jdbc.answer("sys.check_constraints k", "table_name,constraint_name,constraint_type,check_clause,unmodelled");
        jdbc.answer("sys.key_constraints k", CONSTRAINTS);
        jdbc.answer("x.filter_definition", INDEXES);
        jdbc.answer("FROM tempdb.sys.tables", "name", new Object[]{"#basket"});
        jdbc.answer("AS base_type", COLUMNS, column("#basket", "id", "int", "NO", null));
        jdbc.answer("AS filegroup", "table_name,remarks,filegroup,compression,unmodelled",
                new Object[]{"#basket", null, null, null, null});
        try (var engine = Engine.of(jdbc.dataSource())) {
            var inspector = engine.inspect();
            assertThat(inspector.temporaryTableNames()).containsExactly("#basket");
            assertThat(inspector.table("#basket").columns()).hasSize(1);
        }
        assertThat(jdbc.log()).anyMatch(sql -> sql.contains("FROM tempdb.sys.objects o")
                && sql.contains("OBJECT_ID('tempdb..'"));
    }

    @Test
    void viewsAreReadWithoutTheirCreate() {
        jdbc.answer("FROM sys.views o", "name,definition",
                new Object[]{"v", "CREATE OR ALTER VIEW [has AS in it] (a) -- as a comment\n AS\nSELECT 1 AS a"});
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThat(engine.inspect().views("")).singleElement()
                    .satisfies(view -> assertThat(view.definition()).isEqualTo("SELECT 1 AS a"));
        }
    }

    @Test
    void sequencesAreReadAsTheyWereCreated() {
        jdbc.answer("FROM sys.sequences o",
                "name,start_value,minimum_value,maximum_value,increment,cache_size,cycles,is_owned,type_name",
                new Object[]{"plain", 1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L, 0, false, 0, "bigint"},
                new Object[]{"small", 5L, 1L, 99L, 2L, 7, true, 0, "smallint"});
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThat(engine.inspect().sequences("").stream()
                    .map(each -> dialect.compile(new CreateSequence(each.sequence(), false)))).containsExactly(
                            "CREATE SEQUENCE plain START WITH 1",
                            "CREATE SEQUENCE small AS SMALLINT INCREMENT BY 2 START WITH 5 MINVALUE 1 MAXVALUE 99 CACHE 7 "
                                    + "CYCLE");
        }
    }

    @Test
    void everyTypeIsReadAndWritten() {
        var types = new SqlServerTypeCatalog(dialect);
        var portable = Map.<String, SqlType<?>>ofEntries(Map.entry("bit", Types.BOOLEAN),
                Map.entry("int", Types.INTEGER),
                Map.entry("smallint", Types.SMALLINT), Map.entry("bigint", Types.BIGINT), Map.entry("real", Types.REAL),
                Map.entry("float", Types.DOUBLE), Map.entry("numeric(9,3)", Types.numeric(9, 3)),
                Map.entry("nvarchar(40)", Types.string(40)), Map.entry("nvarchar(max)", Types.TEXT),
                Map.entry("varbinary(max)", Types.BINARY), Map.entry("date", Types.DATE),
                Map.entry("time(7)", Types.TIME),
                Map.entry("datetime2(7)", Types.TIMESTAMP), Map.entry("datetime2(3)", Types.timestamp(3)),
                Map.entry("datetimeoffset(7)", Types.TIMESTAMP_TZ), Map.entry("uniqueidentifier", Types.UUID));
        portable.forEach((name, type) -> assertThat(types.read(ReflectedTypeName.of(name))).as(name)
                .isEqualTo(type));
        for (var name : List.of("tinyint", "money", "smallmoney", "datetime", "smalldatetime", "timestamp", "xml",
                "ntext",
                "text", "image", "sql_variant", "varchar(30)", "varchar(max)", "char(5)", "binary(8)", "varbinary(50)",
                "decimal(9,3)", "geography", "hierarchyid")) {
            var read = types.read(ReflectedTypeName.of(name));
            assertThat(types.write(read)).as(name).isEqualToIgnoringCase(switch (name) {
                case "decimal(9,3)" -> "NUMERIC(9, 3)";
                case "timestamp" -> "ROWVERSION";
                default -> name;
            });
            assertThat(types.same(read, types.read(ReflectedTypeName.of(types.write(read))))).as(name)
                    .isTrue();
        }
        assertThat(types.same(SqlServerTypes.ROWVERSION,
                types.read(ReflectedTypeName.of("timestamp")))).isTrue();
    }

    @Test
    void parenthesesAroundAnExpressionAreTheServers() {
        assertThat(SqlServerSchemaReader.bare("((0))")).isEqualTo("0");
        assertThat(SqlServerSchemaReader.bare("([a]+(1))*(2)")).isEqualTo("([a]+(1))*(2)");
        assertThat(SqlServerSchemaReader.bare("(N')(')")).isEqualTo("N')('");
        assertThat(SqlServerSchemaReader.bare("([a)]>(0))")).isEqualTo("[a)]>(0)");
    }

    @Test
    void whatMetadataCannotSayIsReported() {
        script();
        jdbc.answer("AS filegroup", "table_name,remarks,filegroup,compression,unmodelled",
                new Object[]{"orders", null, null, null, "SYSTEM_VERSIONED_TEMPORAL_TABLE"},
                new Object[]{"users", null, null, null, null});
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThat(engine.inspect().table("orders").unmodelled()).contains("SYSTEM_VERSIONED_TEMPORAL_TABLE");
        }
    }

}
