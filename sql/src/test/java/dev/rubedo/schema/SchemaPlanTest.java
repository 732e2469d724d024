package dev.rubedo.schema;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.enumType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.CircularDependencyException;
import dev.rubedo.feature.Feature;
import dev.rubedo.type.Types;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchemaPlanTest {
    private final MetaData metadata = new MetaData(NamingConvention.DEFAULT);

    private Table table(String name, String... references) {
        var table = metadata.table(name, column("id", INTEGER).primaryKey());
        for (var reference : references) {
            table.add(column(reference + "_id", INTEGER).references(reference + ".id"));
        }
        return table;
    }

    @Test
    void tablesComeAfterThoseTheyReferTo() {
        table("zebras");
        table("posts", "users", "posts");
        table("users");
        table("comments", "posts", "users");

        assertThat(metadata.sortedTables()).extracting(Table::name).containsExactly("users", "zebras", "posts",
                "comments");
    }

    @Test
    void missingTablesAreMadeAndThoseThereAreDropped() {
        table("posts", "users");
        table("users");
        var database = new RecordingDatabase(Set.of("users"), Set.of());

        metadata.createAll(database);
        metadata.dropAll(database);

        assertThat(database.executed()).containsExactly("CreateTable posts", "DropTable posts", "DropTable users");
    }

    @Test
    void indexesFollowTheirTable() {
        metadata.table("a", column("x", INTEGER).index());
        table("b");
        var database = new RecordingDatabase(Set.of(), Set.of());

        metadata.createAll(database);

        assertThat(database.executed()).containsExactly("CreateTable a", "CreateIndex ix_a_x", "CreateTable b");
    }

    @Test
    void foreignKeysInACircleAreMadeAfterwards() {
        table("a", "b");
        table("b", "a");
        table("c", "a");
        var database = new RecordingDatabase(Set.of(), Set.of(Feature.ALTER_TABLE_CONSTRAINTS));

        metadata.createAll(database);

        assertThat(database.executed()).containsExactly("CreateTable a", "CreateTable b", "CreateTable c",
                "AddConstraint fk_a_b_id_b", "AddConstraint fk_b_a_id_a");
        assertThat(((CreateTable) database.elements.get(0)).foreignKeys()).isEmpty();
        assertThat(((CreateTable) database.elements.get(2)).foreignKeys()).hasSize(1);
    }

    @Test
    void foreignKeysInACircleStayInTheTableWhereItCannotBeAltered() {
        table("a", "b");
        table("b", "a");
        var database = new RecordingDatabase(Set.of(), Set.of());

        metadata.createAll(database);

        assertThat(database.executed()).containsExactly("CreateTable a", "CreateTable b");
        assertThat(((CreateTable) database.elements.get(0)).foreignKeys()).hasSize(1);
    }

    @Test
    void circlesAreOpenedBeforeDropping() {
        table("a", "b");
        table("b", "a");
        var database = new RecordingDatabase(Set.of("a", "b"), Set.of(Feature.ALTER_TABLE_CONSTRAINTS));

        metadata.dropAll(database);

        assertThat(database.executed()).containsExactly("DropConstraint fk_a_b_id_b", "DropConstraint fk_b_a_id_a",
                "DropTable b", "DropTable a");
    }

    @Test
    void circlesWithoutNamesCannotBeDropped() {
        var unnamed = new MetaData();
        unnamed.table("a", column("id", INTEGER).primaryKey(), column("b_id", INTEGER).references("b.id"));
        unnamed.table("b", column("id", INTEGER).primaryKey(), column("a_id", INTEGER).references("a.id"));
        var database = new RecordingDatabase(Set.of("a", "b"), Set.of(Feature.ALTER_TABLE_CONSTRAINTS));

        assertThatThrownBy(() -> unnamed.dropAll(database)).isInstanceOf(CircularDependencyException.class)
                .hasMessageContaining("has no name by which it can be dropped. Name it, or use a NamingConvention");
    }

    @Test
    void foreignKeysMayAskToBeMadeAfterwards() {
        table("a");
        metadata.table("b", column("a_id", INTEGER).references("a.id").useAlter());
        var database = new RecordingDatabase(Set.of(), Set.of(Feature.ALTER_TABLE_CONSTRAINTS));

        metadata.createAll(database);

        assertThat(database.executed()).containsExactly("CreateTable a", "CreateTable b", "AddConstraint fk_b_a_id_a");
    }

    @Test
    void typesSequencesAndCommentsAreMadeWhereTheyExist() {
        metadata.table("jobs", TableOption.comment("work"),
                column("id", BIGINT).primaryKey().sequence(Sequence.of("job_ids")),
                column("unit", enumType(TimeUnit.class)).comment("how long"));
        var rich = new RecordingDatabase(Set.of(), Set.of(Feature.ENUM_TYPE, Feature.SEQUENCES, Feature.COMMENTS));
        var poor = new RecordingDatabase(Set.of(), Set.of());

        metadata.createAll(rich);
        metadata.createAll(poor);

        assertThat(rich.executed()).containsExactly("CreateEnum", "CreateSequence", "CreateTable jobs",
                "SetTableComment",
                "SetColumnComment");
        assertThat(poor.executed()).containsExactly("CreateTable jobs");
    }

    @Test
    void typesThatOtherTablesNeedStay() {
        var jobs = metadata.table("jobs", column("unit", enumType(TimeUnit.class)));
        var runs = metadata.table("runs", column("units", Types.array(enumType(TimeUnit.class))));
        var database = new RecordingDatabase(Set.of("jobs", "runs"), Set.of(Feature.ENUM_TYPE));
        database.types.add("timeunit");

        jobs.drop(database);
        metadata.dropAll(database);

        assertThat(database.executed()).containsExactly("DropTable jobs", "DropTable runs", "DropEnum");
        assertThat(runs.exists(database)).isFalse();
    }

    @Test
    void oneTableCanBeMadeAlone() {
        var users = table("users");
        table("posts", "users");
        var database = new RecordingDatabase(Set.of(), Set.of());

        users.create(database);

        assertThat(database.executed()).containsExactly("CreateTable users");
        assertThat(users.exists(database)).isTrue();
    }
}
