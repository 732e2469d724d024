package dev.rubedo.compile;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CartesianProductsTest {

    private static final MetaData METADATA = new MetaData();
    private static final Column<Long> A_ID = column("id", BIGINT).primaryKey();
    private static final Table A = METADATA.table("a", A_ID, column("x", INTEGER));
    private static final Column<Long> B_ID = column("id", BIGINT).primaryKey();
    private static final Column<Long> B_A = column("a_id", BIGINT).references(A_ID);
    private static final Table B = METADATA.table("b", B_ID, B_A);
    private static final Column<Long> C_ID = column("id", BIGINT).primaryKey();
    private static final Column<Long> C_B = column("b_id", BIGINT);
    private static final Table C = METADATA.table("c", C_ID, C_B);

    private static List<Statement<?>> connected() {
        return List.of(select(A_ID), select(A).join(B), select(A, B).where(B_A.eq(A_ID)),
                select(A, B, C).where(B_A.eq(A_ID).and(C_B.ge(B_ID))),
                select(A, B).where(B_A.eq(A_ID).or(B_A.isNull())),
                select(A).from(A, select(B_ID).where(B_A.eq(A_ID)).lateral("l")),
                select(A).where(exists(select(B_ID).where(B_A.eq(A_ID)))),
                select(A, C).where(exists(select(B_ID).where(B_A.eq(A_ID), B_ID.eq(C_B)))),
                select(A).join(B, literal(1).eq(1)), select(select(B_ID).subquery("s").column(B_ID)),
                update(A).set(A_ID, B_ID).where(B_A.eq(A_ID)), deleteFrom(A).where(B_A.eq(A_ID)),
                mergeInto(A).using(B, B_A.eq(A_ID)).whenMatched(B_ID.eq(1L)).delete().whenMatched()
                        .update(row -> row.set(A_ID, B_ID)),
                insertInto(A).values(A_ID, 1L), text("SELECT * FROM a, b"));
    }

    @ParameterizedTest
    @MethodSource("connected")
    void connectedTablesAreNoProduct(Statement<?> statement) {
        assertThat(CartesianProducts.in(statement)).isEmpty();
    }

    @Test
    void tablesThatNothingConnectsAre() {
        assertThat(CartesianProducts.in(select(A_ID, B_ID, C_ID).where(C_B.eq(B_ID), A_ID.gt(5L)))).singleElement()
                .asString()
                .startsWith("The statement combines each row of \"a\" with each row of \"b\", \"c\": SELECT ");
        assertThat(CartesianProducts.in(select(A_ID, B_ID, C_ID))).singleElement().asString()
                .contains("\"a\" with each row of \"b\" and of \"c\"");
        assertThat(CartesianProducts.in(update(A).set(A_ID, B_ID).where(B_ID.eq(1L)))).hasSize(1);
        assertThat(CartesianProducts.in(deleteFrom(A).using(B).where(A_ID.eq(1L)))).hasSize(1);
    }

    @Test
    void productsInSubqueriesAreFoundOnce() {
        var product = select(A_ID, B_ID);

        assertThat(CartesianProducts.in(select(C).where(exists(product)))).hasSize(1);
        var derived = product.subquery("s");
        assertThat(CartesianProducts.in(select(derived.column(A_ID), derived.column(B_ID)))).hasSize(1);
        assertThat(CartesianProducts.in(union(product, product))).hasSize(1);
        assertThat(CartesianProducts.in(mergeInto(A).using(B, B_A.eq(A_ID)).whenMatched(exists(product)).delete()))
                .hasSize(1);
    }
}
