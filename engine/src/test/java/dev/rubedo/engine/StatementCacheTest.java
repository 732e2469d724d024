package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementCacheTest {

    private static final int LIMIT = 200_000;

    private final Users users = new Users();
    private final FakeJdbc driver = new FakeJdbc();

    @Test
    void aFloodOfStatementsNeitherGrowsTheCacheNorDisplacesTheOneInUse() {
        var hot = select(users.name).where(users.id.eq(1L));
        try (var engine = driver.engine(builder -> builder.statementCacheSize(10_000).statementCacheWeight(LIMIT))) {
            engine.prepare(hot);
            for (int i = 0; i < 5_000; i++) {
                engine.prepare(select(users.name.as("n" + i)));
                engine.prepare(hot);
                assertThat(engine.statistics().compiled().weight()).isLessThanOrEqualTo(LIMIT + LIMIT / 2);
            }

            var compiled = engine.statistics().compiled();
            assertThat(compiled.misses()).isEqualTo(5_001);
            assertThat(compiled.hits()).isEqualTo(5_000);
            assertThat(compiled.size() + compiled.evictions()).isEqualTo(5_001);
            assertThat(compiled.maximumWeight()).isEqualTo(2 * LIMIT);
        }
    }

    @Test
    void aHugeStatementIsCompiledEachTimeInsteadOfDisplacingOthers() {
        var small = select(users.name);
        var huge = text("SELECT '" + "x".repeat(LIMIT) + "'");
        try (var engine = driver.engine(builder -> builder.statementCacheWeight(LIMIT))) {
            engine.prepare(small);
            engine.prepare(huge);
            engine.prepare(huge);

            var compiled = engine.statistics().compiled();
            assertThat(compiled.oversized()).isEqualTo(2);
            assertThat(compiled.size()).isEqualTo(1);
            assertThat(engine.prepare(small)).isSameAs(engine.prepare(small));
        }
    }

    @Test
    void anEmptiedCacheWeighsNothing() {
        try (var engine = driver.engine()) {
            engine.prepare(select(users.name));

            engine.clearStatementCache();

            assertThat(engine.statistics().compiled().weight()).isZero();
            assertThat(engine.cachedStatements()).isZero();
        }
    }
}
