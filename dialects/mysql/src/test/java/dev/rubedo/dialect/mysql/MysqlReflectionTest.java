package dev.rubedo.dialect.mysql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.mysql.type.MysqlTypes;
import dev.rubedo.engine.Engine;
import dev.rubedo.reflect.ReflectedCheckConstraint;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.reflect.ReflectedUniqueConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.Types;
import java.math.BigInteger;
import java.util.List;

@Databases({"mariadb", "mysql"})
class MysqlReflectionTest {

    @DatabaseTest
    void everyTypeIsDeclaredAgainAsItWas(Engine engine) {
        engine.inTransaction(connection -> connection.execute(text("""
                create table things (id bigint unsigned not null auto_increment primary key, a int unsigned, b tinyint,
                  c tinyint unsigned, d smallint unsigned, e mediumint, f int(5) unsigned zerofill, g decimal(10,2) unsigned,
                  h float unsigned, i float, j double unsigned, k bit(1), l bit(12), m longtext, n mediumtext, o tinytext,
                  p varbinary(255), q binary(3), r longblob, s tinyblob, t enum('it''s','a\\"b','c,d'), u set('x','y'),
                  v timestamp null, w timestamp(3) null, x datetime(6), y year, z time(2), aa char(3), ab varchar(7),
                  ac decimal(5), ad numeric(7,3), ae boolean, af date, ag point, ah integer, ai blob, aj text, ak json)
                """)));
        var before = types(engine);

        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);

        assertThat(types(engine)).isEqualTo(before);
    }

    @DatabaseTest
    void documentsAreFoundAsJsonAlthoughMariadbStoresText(Engine engine) {
        var metadata = new MetaData();
        metadata.table("things", column("id", Types.INTEGER).primaryKey(), column("doc", Types.json(Object.class)),
                column("plain", MysqlTypes.LONGTEXT).check("plain <> 'x'"));
        metadata.createAll(engine);

        assertThat(engine.inspect().columns("things").get(1).type()).isEqualTo(Types.json(Object.class));
        assertThat(engine.inspect().checks("things")).extracting(ReflectedCheckConstraint::sql)
                .singleElement().asString().contains("plain").doesNotContain("json_valid");
    }

    private static List<String> types(Engine engine) {
        return engine.inspect().columns("things").stream().map(ReflectedColumn::typeName).toList();
    }

    @DatabaseTest
    void valuesOfUnsignedAndListedTypesAreReadAndWritten(Engine engine) {
        engine.inTransaction(connection -> connection.execute(text(
                "create table things (id bigint unsigned not null auto_increment primary key, n int unsigned, mood enum('sad','happy'), body longtext)")));
        var things = engine.reflect().require("things");
        var greatest = new BigInteger("18446744073709551615");
        Column<BigInteger> id = things.column("id", BigInteger.class);

        engine.inTransaction(connection -> connection.execute(insertInto(things).values(id, greatest)
                .values(things.column("n", Long.class), 4_294_967_295L)
                .values(things.column("mood", String.class), "happy")
                .values(things.column("body", String.class), "x")));

        var row = engine.fromTransaction(connection -> connection.execute(select(id, things.column("n"),
                things.column("mood"), things.column("body")).where(id.eq(greatest),
                        things.column("mood", String.class).eq("happy"), id.eq(literal(greatest, id.type()))))
                .one());
        assertThat(row.get(1)).isEqualTo(greatest);
        assertThat(row.get(2)).isEqualTo(4_294_967_295L);
        assertThat(row.get(3)).isEqualTo("happy");
    }

    @DatabaseTest
    void namesOfOneTypeAreTheSame(Engine engine) {
        var types = engine.backend().schemaReader().types();

        assertThat(
                types.same(Types.numeric(10, 2), types.read(dev.rubedo.reflect.ReflectedTypeName.of("decimal(10,2)"))))
                .isTrue();
        assertThat(types.same(Types.BIGINT, types.read(dev.rubedo.reflect.ReflectedTypeName.of("bigint(20)"))))
                .isTrue();
        assertThat(types.same(Types.BIGINT, types.read(dev.rubedo.reflect.ReflectedTypeName.of("bigint unsigned"))))
                .isFalse();
        assertThat(types.same(Types.labels("m", "a", "b"),
                types.read(dev.rubedo.reflect.ReflectedTypeName.of("enum('a','b')")))).isTrue();
        assertThat(types.same(Types.labels("m", "a", "b"),
                types.read(dev.rubedo.reflect.ReflectedTypeName.of("enum('b','a')")))).isFalse();
    }

    @DatabaseTest
    void indexesAreCreatedAgainAsTheyWere(Engine engine) {
        engine.inTransaction(connection -> connection.execute(text("""
                create table meta (id int not null auto_increment primary key, meta_key text, name varchar(255) not null,
                  place point not null, n int, key by_key (meta_key(191)), unique key by_name (name(20), n),
                  unique key whole (name), fulltext key words (meta_key), spatial key places (place), key by_n (n, meta_key(5)))
                """)));
        var before = indexes(engine);
        var records = engine.inspect().table("meta");

        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);

        assertThat(indexes(engine)).hasSize(9).isEqualTo(before);
        assertThat(engine.inspect().table("meta")).isEqualTo(records);
        assertThat(records.uniqueConstraints()).extracting(ReflectedUniqueConstraint::name).containsExactly("whole");
    }

    private static List<String> indexes(Engine engine) {
        return engine.fromTransaction(connection -> connection.execute(text("""
                select concat_ws(' ', index_name, seq_in_index, column_name, non_unique, sub_part, index_type)
                from information_schema.statistics where table_schema = database() and table_name = 'meta'
                order by index_name, seq_in_index
                """)).all()).stream().map(row -> String.valueOf(row.get(1))).toList();
    }

    @DatabaseTest
    void columnsAreCreatedAgainAsTheyWere(Engine engine) {
        engine.inTransaction(connection -> connection.execute(text("""
                create table a (x int not null, id int unsigned not null auto_increment, price decimal(10,2) not null default 9.50,
                  gross decimal(12,2) generated always as (price * 2) stored, net decimal(12,2) as (price / 2) virtual,
                  code varchar(10) character set latin1 collate latin1_german2_ci default 'a''b', note longtext collate utf8mb4_bin,
                  at timestamp not null default current_timestamp on update current_timestamp, made datetime(3) default current_timestamp(3),
                  changed datetime(3) null on update current_timestamp(3), flag bit(1) default b'1', e enum('a','b') not null default 'b',
                  plain varchar(3) not null comment 'the ''plain'' one', primary key (id, x))
                """)));
        var before = engine.inspect().tables();
        assertThat(before.get(0).columns().get(7).onUpdate()).containsIgnoringCase("current_timestamp");

        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);

        assertThat(engine.inspect().tables()).isEqualTo(before);
        engine.inTransaction(
                connection -> connection.execute(text("insert into a (x, plain, at) values (1, 'p', '2001-01-01')")));
        engine.inTransaction(connection -> connection.execute(text("update a set x = 2")));
        Object row = engine.fromTransaction(connection -> connection.execute(text(
                "select concat_ws('|', id, price, gross, net, code, year(at) > 2001, changed is not null, e) from a"))
                .one().get(1));
        assertThat(row).isEqualTo("1|9.50|19.00|4.75|a'b|1|1|b");
    }

    @DatabaseTest
    void expressionsWithTextsAreCreatedAgainAsTheyWere(Engine engine) {
        run(engine, """
                create table a (id int primary key, low int not null default -5, rate double default -1.5e3,
                  v varchar(20) default (concat('a''b', '\\\\c', '\\n')), n text default ('it''s'),
                  w varchar(40) as (concat(v, 'x''y\\\\', n)) stored, bits bit(4) default b'101')
                """);
        var before = engine.inspect().tables();

        createAgain(engine);

        assertThat(engine.inspect().tables()).isEqualTo(before);
        run(engine, "insert into a (id) values (1)");
        Object row = engine.fromTransaction(connection -> connection.execute(text(
                "select concat_ws('|', low, rate, v, w, n, bits + 0) from a")).one().get(1));
        assertThat(row).isEqualTo("-5|-1500|a'b\\c\n|a'b\\c\nx'y\\it's|it's|5");
    }

    @DatabaseTest
    void unlimitedTextsAndBytesHaveDefaults(Engine engine) {
        var table = new MetaData().table("notes", column("id", Types.INTEGER).primaryKey(),
                column("body", Types.TEXT).serverDefault(literal("it's")).notNull(),
                column("raw", Types.BINARY).serverDefault("X'4142'"),
                column("data", Types.json(Object.class)).serverDefault("'[1]'"),
                column("none", Types.TEXT).serverDefault("NULL").nullable());

        table.create(engine);
        run(engine, "insert into notes (id) values (1)");

        var row = engine.fromTransaction(connection -> connection.execute(select(table.column("body"),
                table.column("raw"), table.column("data"), table.column("none"))).one());
        assertThat(row.get(1)).isEqualTo("it's");
        assertThat((byte[]) row.get(2)).containsExactly('A', 'B');
        assertThat(row.get(3)).isEqualTo(List.of(1));
        assertThat(row.get(4)).isNull();
    }

    @DatabaseTest
    void constraintsAreCreatedAgainAsTheyWere(Engine engine) {
        for (var sql : List.of("create table p (id int primary key)", """
                create table a (id int primary key, n int check (n > 0), code varchar(9) unique check (code <> 'a''b'), p int,
                  constraint low check (id < n or n is null), constraint to_p foreign key (p) references p (id)
                  on delete set null on update cascade) comment 'It''s a table'
                """)) {
            engine.inTransaction(connection -> connection.execute(text(sql)));
        }
        var before = engine.inspect().tables();
        assertThat(before.get(0).checks()).hasSize(3);
        assertThat(before.get(0).uniqueConstraints()).hasSize(1);

        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);

        assertThat(engine.inspect().tables()).isEqualTo(before);
        assertThatThrownBy(() -> engine.inTransaction(
                connection -> connection.execute(text("insert into a (id, n) values (1, -1)"))))
                .isInstanceOf(dev.rubedo.error.CheckViolationException.class);
    }

    @DatabaseTest
    void optionsOfTablesAreCreatedAgainAsTheyWere(Engine engine) {
        var dialect = engine.dialect().name();
        boolean isMariadb = dialect.equals("mariadb");
        var storage = isMariadb ? "Aria" : "MyISAM";
        var format = isMariadb ? "PAGE" : "FIXED";
        run(engine, "create table plain (id int)", """
                create table special (id int, name varchar(20)) engine=%s row_format=%s default charset=latin1
                collate=latin1_german2_ci comment='it''s special'""".formatted(storage, format));
        var before = engine.inspect().tables();
        assertThat(before.get(1).options()).containsEntry(dialect + ".engine", storage)
                .containsEntry(dialect + ".collate", "latin1_german2_ci").containsEntry(dialect + ".charset", "latin1")
                .containsEntry(dialect + ".row_format", format);
        assertThat(before.get(1).comment()).isEqualTo("it's special");

        createAgain(engine);

        assertThat(engine.inspect().tables()).usingRecursiveComparison().isEqualTo(before);
    }

    private static void run(Engine engine, String... statements) {
        for (var sql : statements) {
            engine.inTransaction(connection -> connection.execute(text(sql)));
        }
    }

    private static void createAgain(Engine engine) {
        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);
    }
}
