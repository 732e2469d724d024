package dev.rubedo.dialect.mysql.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.TEXT;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.mysql.type.MysqlMatch;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Row;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import java.util.List;

/** The samples of {@code docs/guide/databases.md}; an architecture test compares the texts. */
@Databases({"mysql", "mariadb"})
class MysqlGuideTest {

    @DatabaseTest
    void rowsAreFoundByTheirRelevance(Engine engine) {
        MetaData metadata = new MetaData();
        Table articles = metadata.table("articles",
                column("id", INTEGER).primaryKey(),
                column("title", string(200)).notNull(),
                column("content", TEXT).notNull(),
                Index.on("title", "content").named("words")
                        .option("mysql", "prefix", "FULLTEXT").option("mariadb", "prefix", "FULLTEXT"));
        metadata.createAll(engine);
        Column<Integer> id = articles.column("id", Integer.class);
        Column<String> title = articles.column("title", String.class);
        Column<String> content = articles.column("content", String.class);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(articles).values(id, 1, title, "Green apples", content, "about cooking"));
            connection.execute(insertInto(articles).values(id, 2, title, "Red apples", content, "about cider"));
        });

        MysqlMatch search = MysqlMatch.against("+apples -cooking", title, content).inBooleanMode();
        List<Row> found = engine.fromTransaction(connection -> connection.all(
                select(title, search.as("relevance")).where(search.isFound()).orderBy(search.desc())));

        assertThat(found).extracting(row -> row.get(title)).containsExactly("Red apples");
    }
}
