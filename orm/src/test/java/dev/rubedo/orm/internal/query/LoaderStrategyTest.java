package dev.rubedo.orm.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.mapping.Loading;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Strategies of mappings. */
class LoaderStrategyTest {

    @Test
    void eachWayOfLoadingThatAMappingNamesIsAStrategyOfItsOwn() {
        assertThat(Arrays.stream(Loading.values()).map(LoaderStrategy::of)).containsExactly(LoaderStrategy.BATCH,
                LoaderStrategy.LAZY, LoaderStrategy.JOINED, LoaderStrategy.SELECT_IN, LoaderStrategy.SUBQUERY,
                LoaderStrategy.IMMEDIATE, LoaderStrategy.RAISE, LoaderStrategy.RAISE_ON_SQL, LoaderStrategy.NO_LOAD);
    }
}
