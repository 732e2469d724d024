package dev.rubedo.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.RubedoException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OracleUrlTest {

    private static JdbcTarget target(String url) {
        return new OracleBackend().target(DatabaseUrl.of(url), Map.of());
    }

    @Test
    void anEngineConnectsWithTheDriver() {
        try (var engine = Engine.create("oracle://localhost:1/shop")) {
            assertThatThrownBy(engine::connect).isInstanceOf(DisconnectedException.class)
                    .hasMessageContaining("localhost:1");
        }
    }

    @Test
    void aServiceIsAnOption() {
        var target = target("oracle+oracledb://ann:p%40ss@db.example:1522?service_name=shop.example.com");
        assertThat(target.url()).isEqualTo("jdbc:oracle:thin:@//db.example:1522/shop.example.com");
        assertThat(target.properties()).isEqualTo(Map.of("user", "ann", "password", "p@ss"));
        assertThat(target("oracle://db?service_name=shop").url()).isEqualTo("jdbc:oracle:thin:@//db:1521/shop");
    }

    @Test
    void aNameAfterTheSlashIsASystemIdentifier() {
        assertThat(target("oracle+cx_oracle://db:1522/ORCL").url()).isEqualTo("jdbc:oracle:thin:@(DESCRIPTION="
                + "(ADDRESS=(PROTOCOL=tcp)(HOST=db)(PORT=1522))(CONNECT_DATA=(SID=ORCL)))");
        assertThatThrownBy(() -> target("oracle://db/ORCL?service_name=shop")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("Specify only one of them");
    }

    @Test
    void aHostAloneIsAnEntryOfTnsnames() {
        var target = target("oracle://ann@shop_high?config_dir=/etc/oracle&wallet_location=/etc/wallet");
        assertThat(target.url()).isEqualTo("jdbc:oracle:thin:@shop_high");
        assertThat(target.properties()).isEqualTo(Map.of("user", "ann", "oracle.net.tns_admin", "/etc/oracle",
                "oracle.net.wallet_location", "/etc/wallet"));
        assertThatThrownBy(() -> target("oracle://db:1521")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("names no database").hasMessageContaining("service_name");
    }

    @Test
    void connectionsMayBeEncryptedAndShared() {
        assertThat(target("oracle://db?service_name=shop&protocol=tcps&ssl_server_dn_match=true").url())
                .isEqualTo("jdbc:oracle:thin:@tcps://db:2484/shop");
        var pooled = target("oracle://db?service_name=shop&server=pooled&cclass=WEB");
        assertThat(pooled.url()).isEqualTo("jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=db)(PORT=1521))"
                + "(CONNECT_DATA=(SERVICE_NAME=shop)(SERVER=pooled)))");
        assertThat(pooled.properties()).isEqualTo(Map.of("oracle.jdbc.DRCPConnectionClass", "WEB"));
        assertThatThrownBy(() -> target("oracle://db?service_name=shop&protocol=ipc"))
                .isInstanceOf(RubedoException.class)
                .hasMessageContaining("Use tcp or tcps");
    }

    @Test
    void hostsAreTriedInTheirOrder() {
        assertThat(target("oracle://one:1522,two?service_name=shop").url()).isEqualTo("jdbc:oracle:thin:@(DESCRIPTION="
                + "(LOAD_BALANCE=off)(FAILOVER=on)(ADDRESS_LIST=(ADDRESS=(PROTOCOL=tcp)(HOST=one)(PORT=1522))"
                + "(ADDRESS=(PROTOCOL=tcp)(HOST=two)(PORT=1521)))(CONNECT_DATA=(SERVICE_NAME=shop)))");
    }

    @Test
    void aNameCannotChangeTheAddress() {
        assertThatThrownBy(() -> target("oracle://db/x)(SERVICE_NAME=y")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("characters that are not allowed in an Oracle address");
    }

    @Test
    void optionsOfPythonsDriversHaveTheirCounterparts() {
        assertThat(target("oracle://sys@db/ORCL?mode=SYSDBA&encoding=UTF-8&arraysize=100").properties())
                .isEqualTo(Map.of("user", "sys", "internal_logon", "sysdba", "defaultRowPrefetch", "100"));
        assertThatThrownBy(() -> target("oracle://db/ORCL?encoding=latin1")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("can only be UTF-8");
        assertThatThrownBy(() -> target("oracle://db/ORCL?threaded=true")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("The Oracle driver has no option \"threaded\"");
    }

    @Test
    void aJdbcUrlOrAnAddressIsKeptAsItIs() {
        assertThat(target("jdbc:oracle:thin:@//db:1521/shop").url()).isEqualTo("jdbc:oracle:thin:@//db:1521/shop");
        assertThat(target("oracle:///?dsn=(DESCRIPTION%3D(CONNECT_DATA%3D(SID%3Dx)))").url())
                .isEqualTo("jdbc:oracle:thin:@(DESCRIPTION=(CONNECT_DATA=(SID=x)))");
    }
}
