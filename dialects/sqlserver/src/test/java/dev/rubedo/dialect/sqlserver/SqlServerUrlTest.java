package dev.rubedo.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.JdbcTarget;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.RubedoException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlServerUrlTest {

    private static JdbcTarget target(String url) {
        return new SqlServerBackend().target(DatabaseUrl.of(url), Map.of());
    }

    @Test
    void anEngineConnectsWithTheDriver() {
        try (var engine = Engine.create("mssql://localhost:1/shop")) {
            assertThatThrownBy(engine::connect).isInstanceOf(DisconnectedException.class)
                    .hasMessageContaining("localhost:1");
        }
    }

    @Test
    void aUrlBecomesThatOfTheDriver() {
        var target = target("mssql://ann:p%40ss;x@db.example:1444/shop?encrypt=strict&applicationName=till");
        assertThat(target.url()).isEqualTo("jdbc:sqlserver://db.example:1444");
        assertThat(target.properties()).isEqualTo(Map.of("user", "ann", "password", "p@ss;x", "databaseName", "shop",
                "encrypt", "strict", "applicationName", "till", "sendTimeAsDatetime", "false"));
        assertThat(target.toString()).doesNotContain("p@ss");
    }

    @Test
    void theNameOfTheDriverOrOfPythonsDriversLeadsHere() {
        for (var name : new String[]{"mssql", "sqlserver", "mssql+pyodbc", "mssql+pymssql", "mssql+aioodbc"}) {
            assertThat(new SqlServerBackendProvider().forUrl(DatabaseUrl.of(name + "://db/shop"))).isPresent();
        }
        assertThat(new SqlServerBackendProvider().forUrl(DatabaseUrl.of("mysql://db/shop"))).isEmpty();
    }

    @Test
    void optionsOfOdbcHaveTheirCounterparts() {
        var target = target("mssql+pyodbc://db/shop?driver=ODBC+Driver+18+for+SQL+Server&Encrypt=optional"
                + "&TrustServerCertificate=yes&Trusted_Connection=yes&LoginTimeout=7&MARS_Connection=no&charset=utf8");
        assertThat(target.properties()).isEqualTo(Map.of("databaseName", "shop", "encrypt", "false",
                "trustServerCertificate", "true", "integratedSecurity", "true", "loginTimeout", "7",
                "sendTimeAsDatetime", "false"));
        assertThatThrownBy(() -> target("mssql://db/shop?MARS_Connection=yes")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("MARS_Connection=yes of ODBC has no counterpart");
    }

    @Test
    void aConnectionStringOfOdbcIsRead() {
        var target = target("mssql+pyodbc:///?odbc_connect=DRIVER%3D%7BODBC+Driver+18+for+SQL+Server%7D%3BSERVER%3D"
                + "tcp%3Adb%2C1444%3BDATABASE%3Dshop%3BUID%3Dann%3BPWD%3D%7Ba%7D%7D%3Bb%7D%3BEncrypt%3Dyes");
        assertThat(target.url()).isEqualTo("jdbc:sqlserver://db:1444");
        assertThat(target.properties()).isEqualTo(Map.of("databaseName", "shop", "user", "ann", "password", "a};b",
                "encrypt", "true", "sendTimeAsDatetime", "false"));
        assertThatThrownBy(() -> target("mssql://db/?odbc_connect=SERVER%3Dx")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("both a host and odbc_connect");
        assertThatThrownBy(() -> target("mssql:///?odbc_connect=nonsense")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("odbc_connect has no parts");
    }

    @Test
    void thePasswordInAConnectionStringOfOdbcIsNeverShown() {
        var text = "mssql://db/?odbc_connect=SERVER%3Dh%3BUID%3Dsa%3BPWD%3Dgeheim";

        assertThat(DatabaseUrl.of(text)).hasToString("sqlserver://db/?odbc_connect=***");
        assertThat(DatabaseUrl.masked(text)).isEqualTo("mssql://db/?odbc_connect=***");
        assertThatThrownBy(() -> target(text)).hasMessageContaining("odbc_connect").hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> target(text.replace("mssql:", "mssql :"))).hasMessageNotContaining("geheim");
    }

    @Test
    void anInstanceIsNamedWithTheHostOrAsOption() {
        assertThat(target("mssql://db\\SQLEXPRESS/shop").url()).isEqualTo("jdbc:sqlserver://db\\SQLEXPRESS");
        assertThat(target("mssql://db%5CSQLEXPRESS/shop").url()).isEqualTo("jdbc:sqlserver://db\\SQLEXPRESS");
        assertThat(target("mssql://db/shop?instance=SQLEXPRESS").properties())
                .containsEntry("instanceName", "SQLEXPRESS");
    }

    @Test
    void theSecondHostIsTheFailoverPartner() {
        var target = target("mssql://one:1433,two/shop");
        assertThat(target.url()).isEqualTo("jdbc:sqlserver://one:1433");
        assertThat(target.properties()).containsEntry("failoverPartner", "two");
        assertThatThrownBy(() -> target("mssql://one,two,three/shop")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("has 3 hosts").hasMessageContaining("multiSubnetFailover=true");
    }

    @Test
    void aHostMayBeMissing() {
        assertThat(target("mssql:///shop").url()).isEqualTo("jdbc:sqlserver://localhost");
        assertThat(target("mssql://:1500/shop").url()).isEqualTo("jdbc:sqlserver://localhost:1500");
        assertThat(target("mssql://[::1]:1500/shop").url()).isEqualTo("jdbc:sqlserver://::1:1500");
    }

    @Test
    void anUnknownOptionIsRefusedWithThoseLikeIt() {
        assertThatThrownBy(() -> target("mssql://db/shop?encryptt=yes")).isInstanceOf(RubedoException.class)
                .hasMessage("The SQL Server driver has no option \"encryptt\". Similar names are encrypt.");
        assertThat(target("mssql://db/shop?LOGINTIMEOUT=3").properties()).containsEntry("loginTimeout", "3");
    }

    @Test
    void aJdbcUrlIsKeptAsItIs() {
        var url = "jdbc:sqlserver://db;databaseName=shop;sendTimeAsDatetime=true";
        var target = new SqlServerBackend().target(DatabaseUrl.of(url).withUser("ann"),
                Map.of("accessToken", "secret"));
        assertThat(target.url()).isEqualTo(url);
        assertThat(target.properties()).isEqualTo(Map.of("user", "ann", "accessToken", "secret"));
    }
}
