package dev.rubedo.dialect.mysql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Statement;
import dev.rubedo.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

class MysqlVersionTest {

    private final Column<Long> id = column("id", Types.BIGINT).primaryKey();
    private final Column<String> name = column("name", Types.string(20));
    private final Table users = new MetaData().table("users", id, name);

    private static MysqlDialect mysql(String version) {
        return new MysqlDialect(ServerVersion.of(version));
    }

    private static MariadbDialect mariadb(String version) {
        return new MariadbDialect(ServerVersion.of(version));
    }

    @Test
    void theRowThatWantedInHasANameSince8019() {
        var upsert = insertInto(users).values(id, 1L, name, "a").onConflict().doUpdateExcluded(name);

        assertThat(mysql("8.0.18").render(upsert)).isEqualTo("""
                INSERT INTO users (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE name = VALUES(name)""");
        assertThat(mysql("8.0.19").render(upsert)).isEqualTo("""
                INSERT INTO users (id, name) VALUES (?, ?) AS new ON DUPLICATE KEY UPDATE name = new.name""");
    }

    @Test
    void aSharedLockHasAnotherNameBefore80() {
        var query = select(id).forShare();

        assertThat(mysql("5.7.40").render(query)).isEqualTo("SELECT users.id FROM users LOCK IN SHARE MODE");
        assertThat(mysql("8.0.36").render(query)).isEqualTo("SELECT users.id FROM users FOR SHARE");
    }

    @Test
    void whatAnOldServerLacksIsRefused() {
        var cte = select(id).cte("c");

        assertThatThrownBy(() -> mysql("5.7.40").compile(select(cte.column(id))))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThat(mysql("8.0.30").supports(Feature.INTERSECT_EXCEPT)).isFalse();
        assertThat(mysql("8.0.31").supports(Feature.INTERSECT_EXCEPT)).isTrue();
        assertThat(mysql("8.0.3").supports(Feature.REGULAR_EXPRESSION_FLAGS)).isFalse();
    }

    /** Error 1093. */
    @Test
    void aSubqueryReadsNoTableThatIsChangedOnMysqlAndBefore1032OnMariadb() {
        var other = users.as("u");
        var doubled = select(min(other.column(id))).groupBy(other.column(name));
        var delete = deleteFrom(users).where(id.notIn(doubled));
        var update = update(users).set(name, select(max(other.column(name))).scalar());

        for (var dialect : List.of(mysql("5.7.40"), mysql("9.0.0"), mariadb("10.3.1"))) {
            for (var refused : List.<Statement<?>>of(delete, update, deleteFrom(users).where(exists(doubled)),
                    deleteFrom(users).where(id.in(select(id).from(users).where(name.eq("x")))))) {
                assertThatThrownBy(() -> dialect.compile(refused)).isInstanceOf(UnsupportedFeatureException.class)
                        .hasMessageContaining("a subquery that reads users, the table that is changed");
            }
        }
        assertThat(mariadb("11.4").render(delete)).isEqualTo(
                """
                DELETE FROM users WHERE (users.id NOT IN (SELECT min(u.id) AS min_1 FROM users AS u GROUP BY u.name))""");
        assertThat(mariadb("10.3.2").render(update)).isEqualTo("""
                UPDATE users SET name=(SELECT max(u.name) AS max_1 FROM users AS u)""");
    }

    @Test
    void aDerivedTableReadsWhatIsChanged() {
        var least = min(id).as("kept");
        var kept = select(least).groupBy(name).subquery("k");

        assertThat(mysql("8.0.36").render(deleteFrom(users).where(id.notIn(select(kept.column(least)))))).isEqualTo("""
                DELETE FROM users WHERE (users.id NOT IN (SELECT k.kept FROM \
                (SELECT min(users.id) AS kept FROM users GROUP BY users.name) AS k))""");
    }

    @Test
    void mariadbGivesKeysBackByReturningSince105() {
        assertThat(new MariadbBackend().forVersion(ServerVersion.of("10.4.34")).keyRetrieval())
                .isEqualTo(new KeyRetrieval(KeyWay.GENERATED_KEYS, 1));
        assertThat(new MariadbBackend().forVersion(ServerVersion.of("10.5.0")).keyRetrieval())
                .isEqualTo(new KeyRetrieval(KeyWay.RETURNING, 1000));
    }

    @Test
    void mariadbHasItsUuidTypeSince107() {
        assertThat(mariadb("10.6.15").supports(Feature.UUID_TYPE)).isFalse();
        assertThat(mariadb("10.7.0").supports(Feature.UUID_TYPE)).isTrue();
    }

    @Test
    void roundingNeedsNoCastThatOldVersionsLack() {
        assertThat(mysql("5.7.40").render(select(round(literal(2.5), 0)))).isEqualTo("""
                SELECT CASE WHEN ABS(2.5) < 1E15 THEN ROUND(CAST(2.5 AS DECIMAL(45, 30)), ?) + 0E0 \
                ELSE round(2.5, ?) END AS round_1""");
    }
}
