package dev.rubedo.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ServerVersionTest {

    @Test
    void whatDriversSayIsRead() {
        assertThat(ServerVersion.of("18.6 (Debian 18.6-1.pgdg12+1)")).isEqualTo(new ServerVersion(18, 6, 0));
        assertThat(ServerVersion.of("11.4.5-MariaDB-log")).isEqualTo(new ServerVersion(11, 4, 5));
        assertThat(ServerVersion.of("2.5.252 (2026-01-01)")).isEqualTo(new ServerVersion(2, 5, 252));
        assertThat(ServerVersion.of("Oracle Database 19c Release 19.3.0.0.0")).isEqualTo(new ServerVersion(19, 0, 0));
    }

    @Test
    void aTextWithoutANumberIsNoVersion() {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerVersion.of("newest"))
                .withMessageContaining("\"newest\" is not a version");
    }

    @Test
    void versionsAreComparedNumberByNumber() {
        var version = new ServerVersion(8, 0, 19);

        assertThat(version.isAtLeast(8)).isTrue();
        assertThat(version.isAtLeast(8, 0, 19)).isTrue();
        assertThat(version.isAtLeast(8, 0, 20)).isFalse();
        assertThat(version.isAtLeast(5, 7)).isTrue();
        assertThat(version.isAtLeast(10, 0)).isFalse();
        assertThat(version).hasToString("8.0.19").isLessThan(ServerVersion.of(8, 1));
    }
}
