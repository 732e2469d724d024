package dev.rubedo.orm.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which SQL text inserts rows. */
class InsertTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO a VALUES (1)", "  insert\nOR IGNORE INTO a VALUES (1)",
            "/* GRANT */ -- CREATE\n INSERT INTO a VALUES (1)", "MERGE INTO a USING b ON a.x = b.x",
            "REPLACE INTO a VALUES (1)", "WITH b AS (SELECT 1) INSERT INTO a SELECT * FROM b",
            "WITH b AS (INSERT INTO a VALUES (1) RETURNING x) SELECT x FROM b",
            "UPDATE a SET x = 1; INSERT INTO a VALUES (1)", "CREATE TABLE a (x INT); INSERT INTO a VALUES (1)",
            "GRANT SELECT ON a TO b; INSERT INTO a VALUES (1)", "BEGIN INSERT INTO a VALUES (1); END;"})
    void whatInsertsRowsIsRecognized(String text) {
        assertThat(InsertText.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE a SET x = 'insert into b'", "SELECT INSERT('abc', 1, 1, 'x')",
            "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW BEGIN INSERT INTO b VALUES (1); END",
            "/* once */ create or replace trigger t before insert or update on a for each row execute function f()",
            "CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN INSERT INTO b VALUES (1); END $$ LANGUAGE plpgsql",
            "CREATE RULE r AS ON INSERT TO a DO ALSO INSERT INTO b VALUES (1)",
            "CREATE DEFINER = root PROCEDURE p() INSERT INTO b VALUES (1)",
            "CREATE POLICY p ON a FOR INSERT WITH CHECK (x > 0)", "GRANT SELECT, INSERT ON a TO b",
            "REVOKE INSERT ON a FROM b", "ALTER DEFAULT PRIVILEGES GRANT INSERT ON TABLES TO b"})
    void whatOnlyNamesInsertsIsNone(String text) {
        assertThat(InsertText.isOne(text)).isFalse();
    }
}
