package dev.rubedo.dialect.mysql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.mysql.type.MysqlMatch;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Condition;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.Types;
import java.util.List;

/** Full-text searches. */
@Databases({"mariadb", "mysql"})
class MysqlMatchTest {

    private final Table notes = new MetaData().table("notes", column("id", Types.INTEGER).primaryKey(),
            column("title", Types.string(50)), column("content", Types.TEXT),
            Index.on("title", "content").named("words").option("mysql", "prefix", "FULLTEXT")
                    .option("mariadb", "prefix", "FULLTEXT"));
    private final Column<Integer> id = notes.column("id", Integer.class);
    private final Column<String> title = notes.column("title", String.class);
    private final Column<String> content = notes.column("content", String.class);

    private void fill(Engine engine) {
        notes.create(engine);
        engine.inTransaction(connection -> connection.execute(insertInto(notes).rows(
                List.of("database tutorial", "database safety", "cooking apples", "apples with database"),
                (row, text) -> row.set(id, text.length()).set(title, text).set(content, ""))));
    }

    private List<Integer> found(Engine engine, Condition condition) {
        return engine.fromTransaction(connection -> connection.all(select(id).where(condition).orderBy(id)));
    }

    @DatabaseTest
    void eachModeUnderstandsTheWordsInItsWay(Engine engine) {
        fill(engine);

        assertThat(found(engine, MysqlMatch.against("database", title, content).isFound())).containsExactly(15, 17, 20);
        assertThat(found(engine, MysqlMatch.against("+apples -cooking", title, content).inBooleanMode().isFound()))
                .containsExactly(20);
        assertThat(found(engine, not(MysqlMatch.against("database", title, content).isFound()))).containsExactly(14);
        assertThat(found(engine, MysqlMatch.against("tutorial", title, content).inNaturalLanguageMode().isFound()))
                .containsExactly(17);
        assertThat(found(engine, MysqlMatch.against("tutorial", title, content).withQueryExpansion().isFound()))
                .containsExactly(15, 17, 20);
    }

    @DatabaseTest
    void theRelevanceIsSelectedAndOrdersRows(Engine engine) {
        fill(engine);
        var relevance = MysqlMatch.against("apples cooking", title, content);

        var rows = engine.fromTransaction(connection -> connection.all(
                select(id, relevance.as("relevance")).where(relevance.isFound()).orderBy(relevance.desc())));

        assertThat(rows).extracting(row -> row.get(id)).containsExactly(14, 20);
        assertThat(rows.get(0).get("relevance", Double.class))
                .isGreaterThan(rows.get(1).get("relevance", Double.class));
    }

    @DatabaseTest
    void theTextIsThatOfTheServer(Engine engine) {
        var search = MysqlMatch.against("x", title, content);

        assertThat(select(id).where(search.inBooleanMode().isFound()).sql(engine.dialect())).isEqualTo(
                "SELECT notes.id FROM notes WHERE MATCH (notes.title, notes.content) AGAINST (? IN BOOLEAN MODE) > 0");
        assertThat(select(search.inNaturalLanguageMode().withQueryExpansion()).sql(engine.dialect())).isEqualTo(
                "SELECT MATCH (notes.title, notes.content) AGAINST (? IN NATURAL LANGUAGE MODE WITH QUERY EXPANSION) AS anon_1 FROM notes");
        assertThatThrownBy(() -> search.inBooleanMode().withQueryExpansion()).hasMessageContaining("Boolean mode");
        assertThatThrownBy(() -> search.withQueryExpansion().inBooleanMode()).hasMessageContaining("Boolean mode");
    }
}
