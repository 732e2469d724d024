package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.AddConstraint;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Constraint;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.DropColumn;
import dev.rubedo.schema.DropConstraint;
import dev.rubedo.schema.DropIndex;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.RenameTable;
import dev.rubedo.schema.SchemaPlan;
import dev.rubedo.schema.SetTableComment;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Statement;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** Changes to tables that exist and have rows. */
public abstract class AlterSuite {

    private final Column<Integer> id = column("id", INTEGER).primaryKey().autoincrement(false);
    private final Column<String> name = column("name", string(20));
    private final Column<Integer> weight = column("weight", INTEGER).serverDefault("7").notNull();
    private final MetaData metadata = new MetaData();
    private final Table boxes = metadata.table("boxes", id, name, weight);

    @BeforeEach
    void createAndFill(Engine engine) {
        metadata.createAll(engine);
        execute(engine, insertInto(boxes).values(id, 1, name, "a"));
    }

    private static void execute(Engine engine, Statement<?> statement) {
        engine.inTransaction(connection -> connection.execute(statement));
    }

    private static Object value(Engine engine, String table, String column) {
        return engine.fromTransaction(connection -> connection
                .execute(select(literalColumn(column, UNKNOWN)).from(new MetaData().table(table)).limit(1)).one());
    }

    private static ReflectedColumn reflected(Engine engine, String column) {
        return engine.inspect().table("boxes").column(column).orElseThrow();
    }

    private static void add(Engine engine, Column<?> column) {
        engine.inTransaction(connection -> SchemaPlan.addColumn(column, engine.dialect()::supports)
                .forEach(connection::execute));
    }

    @DatabaseTest
    void anAddedColumnHasItsDefaultInTheRowsThatExist(Engine engine) {
        var height = column("height", INTEGER).serverDefault("3").notNull();
        new MetaData().table("boxes", height);

        add(engine, height);

        assertThat(value(engine, "boxes", "height")).isEqualTo(3);
        assertThat(reflected(engine, "height").isNullable()).isFalse();
    }

    @DatabaseTest(requires = Feature.FOREIGN_KEYS, except = "duckdb")
    void anAddedColumnRefersToAnotherTable(Engine engine) {
        var others = new MetaData();
        others.table("owners", column("id", INTEGER).primaryKey().autoincrement(false)).create(engine);
        var owner = column("owner_id", INTEGER).references("owners.id").foreignKeyName("fk_owner").index();
        others.table("boxes", owner);

        add(engine, owner);

        assertThat(engine.inspect().foreignKeys("boxes")).singleElement()
                .satisfies(key -> assertThat(key.referredTable()).isEqualTo("owners"));
        assertThatThrownBy(() -> execute(engine, update(owner.table()).set(owner, 9)))
                .isInstanceOf(IntegrityException.class);
    }

    @DatabaseTest(requires = Feature.CHECK_CONSTRAINTS, except = "duckdb")
    void anAddedColumnIsChecked(Engine engine) {
        var height = column("height", INTEGER).serverDefault("3").notNull().check("height > 0");
        var mood = column("mood", labels("moods", "good", "bad"));
        var changed = new MetaData().table("boxes", height, mood);

        engine.inTransaction(connection -> connection.execute(new AddColumn(height)));

        assertThatThrownBy(() -> execute(engine, update(changed).set(height, 0)))
                .isInstanceOf(IntegrityException.class);
    }

    @DatabaseTest(requires = Feature.DROP_COLUMN)
    void aDroppedColumnIsGone(Engine engine) {
        engine.execute(new DropColumn(boxes, "weight"));

        assertThat(engine.inspect().columns("boxes")).extracting(ReflectedColumn::name).containsExactly("id", "name");
    }

    @DatabaseTest(requires = Feature.IF_EXISTS_COLUMN)
    void conditionsOnColumnsAreHonoured(Engine engine) {
        engine.execute(new AddColumn(name, List.of(), true));
        engine.execute(new DropColumn(boxes, "nowhere", true, false));

        assertThatThrownBy(() -> engine.execute(new AddColumn(name))).isInstanceOf(DatabaseException.class);
        assertThatThrownBy(() -> engine.execute(new DropColumn(boxes, "nowhere")))
                .isInstanceOf(DatabaseException.class);
    }

    @DatabaseTest(requires = Feature.RENAME_COLUMN)
    void aRenamedColumnKeepsItsValues(Engine engine) {
        engine.execute(new RenameColumn(name, "order"));

        assertThat(engine.inspect().columns("boxes")).extracting(ReflectedColumn::name)
                .containsExactly("id", "order", "weight");
        var order = column("order", string(20));
        var changed = new MetaData().table("boxes", order);
        assertThat(engine.<String, RuntimeException>fromTransaction(
                connection -> connection.execute(select(order).from(changed)).one())).isEqualTo("a");
    }

    @DatabaseTest
    void aRenamedTableKeepsItsRows(Engine engine) {
        engine.execute(new RenameTable(boxes, "crates"));
        try {
            assertThat(engine.inspect().tableNames()).containsExactly("crates");
            assertThat(value(engine, "crates", "name")).isEqualTo("a");
        } finally {
            engine.execute(new RenameTable(new MetaData().table("crates"), "boxes"));
        }
    }

    @DatabaseTest(requires = Feature.ALTER_COLUMN)
    void severalPropertiesChangeTogether(Engine engine) {
        engine.execute(AlterColumn.of(weight).type(string(9)).serverDefault("'much'").nullable());

        execute(engine, insertInto(boxes).values(id, 2));
        var key = column("id", INTEGER).primaryKey();
        var changed = column("weight", string(9));
        var table = new MetaData().table("boxes", key, changed);
        execute(engine, insertInto(table).values(key, 3).values(changed, nullValue(string(9))));
        var values = engine.<List<String>, RuntimeException>fromTransaction(
                connection -> connection.execute(select(changed).orderBy(key)).all());
        assertThat(values).containsExactly("7", "much", null);
    }

    @DatabaseTest(requires = Feature.ALTER_COLUMN)
    void nullIsDisallowedAndAllowed(Engine engine) {
        engine.execute(AlterColumn.of(name).notNull());
        assertThat(reflected(engine, "name").isNullable()).isFalse();
        assertThatThrownBy(() -> execute(engine, insertInto(boxes).values(id, 2)))
                .isInstanceOf(DatabaseException.class);

        var required = column("name", string(20)).notNull();
        new MetaData().table("boxes", required);
        engine.execute(AlterColumn.of(required).nullable());

        assertThat(reflected(engine, "name").isNullable()).isTrue();
    }

    @DatabaseTest(requires = Feature.ALTER_COLUMN)
    void aDefaultIsSetAndRemoved(Engine engine) {
        engine.execute(AlterColumn.of(name).serverDefault(literal("it's")));
        execute(engine, insertInto(boxes).values(id, 2));
        assertThat(engine.<String, RuntimeException>fromTransaction(
                connection -> connection.execute(select(name).where(id.eq(2))).one())).isEqualTo("it's");

        var changed = column("name", string(20)).serverDefault(literal("it's"));
        new MetaData().table("boxes", changed);
        engine.execute(AlterColumn.of(changed).dropServerDefault());

        execute(engine, insertInto(boxes).values(id, 3));
        assertThat(engine.<List<String>, RuntimeException>fromTransaction(
                connection -> connection.execute(select(name).where(id.eq(3))).all())).containsOnlyNulls();
    }

    @DatabaseTest(requires = {Feature.ALTER_COLUMN, Feature.COMMENTS})
    void commentsAreSetAndRemoved(Engine engine) {
        engine.execute(AlterColumn.of(weight).comment("it's heavy"));
        assertThat(reflected(engine, "weight").comment()).isEqualTo("it's heavy");
        assertThat(reflected(engine, "weight").isNullable()).isFalse();

        engine.execute(AlterColumn.of(weight).comment(""));
        engine.execute(new SetTableComment(boxes, "things"));

        assertThat(reflected(engine, "weight").comment()).isEmpty();
        assertThat(engine.inspect().table("boxes").comment()).isEqualTo("things");
    }

    @DatabaseTest(requires = Feature.ALTER_COLUMN, except = "duckdb")
    void aKeyIsGeneratedFromNowOn(Engine engine) {
        var generated = column("id", BIGINT).primaryKey();
        var changed = new MetaData().table("boxes", generated, column("name", string(20)));
        execute(engine, deleteFrom(boxes));
        if (!engine.dialect().supports(Feature.IDENTITY_COLUMNS)) {
            var existing = column("id", INTEGER).primaryKey();
            new MetaData().table("boxes", existing);
            engine.execute(AlterColumn.of(existing).type(BIGINT));
        } else {
            engine.execute(AlterColumn.of(id).type(BIGINT).identity(new dev.rubedo.schema.Identity(false, 1, 1)));
        }

        execute(engine, insertInto(changed).values(changed.column("name"), "first"));

        assertThat(engine.<Long, RuntimeException>fromTransaction(
                connection -> connection.execute(select(generated)).one())).isEqualTo(1L);
    }

    @DatabaseTest(requires = Feature.ALTER_TABLE_CONSTRAINTS)
    void everyKindOfConstraintIsAddedAndDropped(Engine engine) {
        var key = ForeignKey.on("weight").references(id).named("fk_boxes");
        var all = new MetaData().table("boxes", column("id", INTEGER).notNull(), column("name", string(20)),
                column("weight", INTEGER), CheckConstraint.of("weight > 0").named("ck_boxes"),
                UniqueConstraint.on("name", "weight").named("uq_boxes"), key);
        execute(engine, update(boxes).set(weight, 1));

        all.constraints().forEach(constraint -> engine.execute(new AddConstraint(all, constraint)));
        assertThat(names(engine)).containsExactlyInAnyOrder("ck_boxes", "uq_boxes", "fk_boxes");
        List<Constraint> byName = List.of(ForeignKey.on("x").named("fk_boxes"),
                UniqueConstraint.on("x").named("uq_boxes"), CheckConstraint.of("x").named("ck_boxes"));
        byName.forEach(constraint -> engine.execute(new DropConstraint(all, constraint)));

        assertThat(names(engine)).isEmpty();
    }

    private static List<String> names(Engine engine) {
        var table = engine.inspect().table("boxes");
        Function<String, String> lower = text -> text.toLowerCase(java.util.Locale.ROOT);
        return java.util.stream.Stream.of(table.checks().stream().map(check -> check.name()),
                table.uniqueConstraints().stream().map(unique -> unique.name()),
                table.foreignKeys().stream().map(foreign -> foreign.name())).flatMap(each -> each).map(lower).toList();
    }

    @DatabaseTest(requires = Feature.ALTER_TABLE_CONSTRAINTS)
    void aPrimaryKeyIsReplaced(Engine engine) {
        var old = engine.inspect().primaryKey("boxes");

        engine.execute(new DropConstraint(boxes, PrimaryKey.on("id").named(old.name())));
        engine.execute(new AddConstraint(boxes, PrimaryKey.on("id", "weight").named("pk_boxes")));

        assertThat(engine.inspect().primaryKey("boxes").columns()).containsExactly("id", "weight");
    }

    @DatabaseTest(requires = Feature.IF_EXISTS_CONSTRAINT)
    void conditionsOnConstraintsAreHonoured(Engine engine) {
        List<Constraint> missing = List.of(ForeignKey.on("x").named("nowhere"),
                UniqueConstraint.on("x").named("nowhere"), CheckConstraint.of("x").named("nowhere"));

        missing.forEach(constraint -> engine.execute(new DropConstraint(boxes, constraint, true, false)));

        missing.forEach(constraint -> assertThatThrownBy(
                () -> engine.execute(new DropConstraint(boxes, constraint))).isInstanceOf(DatabaseException.class));
    }

    @DatabaseTest
    void anIndexIsCreatedAndDropped(Engine engine) {
        var index = Index.on(name).named("ix_boxes_name");

        engine.execute(new CreateIndex(index));
        assertThat(engine.inspect().indexes("boxes")).extracting(each -> each.name()).containsExactly("ix_boxes_name");
        engine.execute(new DropIndex(index));

        assertThat(engine.inspect().indexes("boxes")).isEmpty();
    }
}
