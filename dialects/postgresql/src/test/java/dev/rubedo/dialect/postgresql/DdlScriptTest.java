package dev.rubedo.dialect.postgresql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.enumType;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.DdlScript;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DdlScriptTest {

    enum Status {
        OPEN, DONE
    }

    private final MetaData metadata = new MetaData();
    private final List<String> script = new ArrayList<>();

    @BeforeEach
    void declare() {
        Column<Long> id = column("id", BIGINT).primaryKey();
        metadata.table("users", id, column("name", string(50)).notNull().index());
        metadata.table("tasks", column("id", BIGINT).primaryKey(), column("user_id", BIGINT).references(id),
                column("status", enumType(Status.class)));
    }

    @Test
    void creatingIsWrittenInDependencyOrder() {
        metadata.createAll(DdlScript.of(new PostgresDialect(), script::add));

        assertThat(script).containsExactly("CREATE TYPE status AS ENUM ('OPEN', 'DONE')",
                "CREATE TABLE users ( id BIGSERIAL NOT NULL, name VARCHAR(50) NOT NULL, PRIMARY KEY (id) )",
                "CREATE INDEX ix_users_name ON users (name)",
                "CREATE TABLE tasks ( id BIGSERIAL NOT NULL, user_id BIGINT, status status, PRIMARY KEY (id), "
                        + "FOREIGN KEY(user_id) REFERENCES users (id) )");
    }

    @Test
    void droppingIsWrittenForWhatExists() {
        metadata.dropAll(DdlScript.of(new PostgresDialect(), script::add));
        assertThat(script).isEmpty();

        metadata.dropAll(DdlScript.of(new PostgresDialect(), metadata, script::add));

        assertThat(script).containsExactly("DROP TABLE tasks", "DROP TABLE users", "DROP TYPE status");
    }
}
