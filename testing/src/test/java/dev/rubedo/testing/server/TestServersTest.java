package dev.rubedo.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestServersTest {

    private final AtomicInteger starts = new AtomicInteger();
    private final List<DatabaseServerProvider> providers = List.of(provider("here", "", ""),
            provider("absent", "no driver", ""),
            provider("heavy", "", "set HEAVY_URL"));

    @Test
    void withoutAChoiceAllTakePartThatCanAndAreNotOnRequest() {
        TestServers servers = TestServers.of(providers, Optional.empty());

        assertThat(servers.select(List.of(), List.of())).containsExactly("here");
        assertThat(servers.summary()).isEqualTo(
                "Databases of this run: here. Left out: absent (no driver), heavy (set HEAVY_URL)");
    }

    @Test
    void databasesWithoutADriverAreToldTogether() {
        var many = List.of(provider("one", "no driver (a:a)", ""), provider("here", "", ""),
                provider("two", "no driver (b:b)", ""), provider("bare", "no server (c:c)", ""));

        assertThat(TestServers.of(many, Optional.empty()).summary()).isEqualTo("Databases of this run: here. Left out:"
                + " bare (no server (c:c)), one, two (no drivers on the class path)");
    }

    @Test
    void aDatabaseThatATestNamesIsNotSkippedForWantOfADriverButFails() {
        TestServers servers = TestServers.of(providers, Optional.empty());

        assertThat(servers.select(List.of("absent"), List.of())).containsExactly("absent");
        assertThatThrownBy(() -> servers.server("absent")).isInstanceOf(ServerUnavailableException.class)
                .hasMessageContaining("no driver").hasMessageContaining("RUBEDO_DIALECTS");
    }

    @Test
    void aDatabaseOnRequestIsLeftOutEvenIfATestNamesIt() {
        TestServers servers = TestServers.of(providers, Optional.empty());

        assertThat(servers.select(List.of("heavy"), List.of())).isEmpty();
    }

    @Test
    void theChoiceDecidesOverEverything() {
        TestServers servers = TestServers.of(providers, Optional.of("heavy, absent"));

        assertThat(servers.select(List.of(), List.of())).containsExactly("absent", "heavy");
        assertThat(servers.select(List.of("here"), List.of())).isEmpty();
        assertThat(servers.select(List.of(), List.of("absent"))).containsExactly("heavy");
        assertThat(servers.summary())
                .isEqualTo("Databases of this run: absent, heavy. Left out: here (not in RUBEDO_DIALECTS)");
    }

    @Test
    void anUnknownNameIsAnErrorThatListsTheKnownOnes() {
        assertThatThrownBy(() -> TestServers.of(providers, Optional.of("hear")))
                .hasMessage("There is no database \"hear\"; known are here, absent, heavy");
        assertThatThrownBy(() -> TestServers.of(providers, Optional.empty()).select(List.of("hear"), List.of()))
                .hasMessage("There is no database \"hear\"; known are here, absent, heavy");
        assertThatThrownBy(() -> TestServers.of(providers, Optional.of(" , ")))
                .hasMessage("RUBEDO_DIALECTS names no database; known are here, absent, heavy");
    }

    @Test
    void aServerStartsOnceAndAFailureIsNotTriedAgain() {
        TestServers servers = TestServers.of(providers, Optional.empty());

        assertThatThrownBy(() -> servers.server("here")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> servers.server("here")).isInstanceOf(IllegalStateException.class);

        assertThat(starts).hasValue(1);
    }

    private DatabaseServerProvider provider(String name, String missing, String optIn) {
        return new DatabaseServerProvider() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> missing() {
                return Optional.of(missing).filter(text -> !text.isEmpty());
            }

            @Override
            public Optional<String> optIn() {
                return Optional.of(optIn).filter(text -> !text.isEmpty());
            }

            @Override
            public DatabaseServer start() {
                starts.incrementAndGet();
                throw new IllegalStateException("will not start");
            }
        };
    }
}
