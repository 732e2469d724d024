package dev.rubedo.dialect.postgresql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.ProgrammingException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Statement;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Map;

/**
 * Documents are equal by structure. Sorting, grouping and distinguishing documents of type {@code json} fails with advice;
 * those of type {@code jsonb} are compared.
 */
@Databases("postgresql")
class JsonComparisonTest {

    private static final SqlType<Map> PLAIN = Types.json(Map.class);
    private static final SqlType<Map> COMPARABLE = PLAIN.on("postgresql", PostgresTypes.jsonb(Map.class));

    private static Table table(SqlType<Map> type) {
        return new MetaData().table("documents", column("id", Types.INTEGER), column("v", type));
    }

    private static List<Statement<?>> orders(Table table) {
        Column<Map> document = table.column("v", Map.class);
        return List.of(select(document).distinct(), select(document).groupBy(document),
                select(document).orderBy(document), select(document).union(select(document)));
    }

    private static List<Statement<?>> equalities(Table table) {
        Column<Map> document = table.column("v", Map.class);
        return List.of(select(document).where(document.eq(Map.of("a", 1))),
                select(document).where(document.ne(Map.of("a", 2))));
    }

    @DatabaseTest
    void documentsOfBothTypesAreEqualByStructure(Engine engine) {
        for (var type : List.of(PLAIN, COMPARABLE)) {
            var documents = table(type);
            documents.create(engine);
            engine.inTransaction(connection -> {
                connection.execute(insertInto(documents).values(documents.column("v", Map.class), Map.of("a", 1))
                        .values(documents.column("id", Integer.class), 1));
                for (var statement : equalities(documents)) {
                    assertThat(connection.execute(statement).all()).as(statement.toString()).hasSize(1);
                }
            });
            documents.drop(engine);
        }
    }

    @DatabaseTest
    void sortingPlainDocumentsSaysWhichTypeCanBeCompared(Engine engine) {
        var documents = table(PLAIN);
        documents.create(engine);

        for (var statement : orders(documents)) {
            assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(statement).all()))
                    .as(statement.toString()).isInstanceOf(ProgrammingException.class).hasMessageContaining(
                            "Declare the column as jsonb: json(X.class).on(\"postgresql\", PostgresTypes.jsonb(X.class))");
        }
    }

    @DatabaseTest
    void theAdvisedTypeIsCompared(Engine engine) {
        var documents = table(COMPARABLE);
        documents.create(engine);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(documents).values(documents.column("v", Map.class), Map.of("a", 1))
                    .values(documents.column("id", Integer.class), 1));
            for (var statement : orders(documents)) {
                assertThat(connection.execute(statement).all()).as(statement.toString()).hasSize(1);
            }
        });
    }

    @DatabaseTest
    void anUnknownFunctionOfADocumentGetsNoAdvice(Engine engine) {
        var documents = table(PLAIN);
        documents.create(engine);
        var statement = select(func("no_such_function", Types.TEXT, documents.column("v")));

        assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(statement).all()))
                .isInstanceOf(ProgrammingException.class).hasMessageContaining("no_such_function")
                .message().doesNotContain("jsonb");
    }
}
