package dev.rubedo.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** A test that requires a feature runs where the dialect has it and nowhere else. */
@Databases("h2")
class RequiredFeatureTest {

    private static final List<String> RAN = new ArrayList<>();

    @AfterAll
    static void onlyThePossibleOneRan() {
        assertThat(RAN).containsExactly("sequences");
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void has(TestDatabase database, Engine engine) {
        assertThat(database.engine()).isSameAs(engine);
        assertThat(database.supports(Feature.SEQUENCES)).isTrue();
        RAN.add("sequences");
    }

    @DatabaseTest(requires = Feature.KEY_ROW_LOCKS)
    void hasNot(TestDatabase database) {
        RAN.add("key locks of " + database);
    }
}
