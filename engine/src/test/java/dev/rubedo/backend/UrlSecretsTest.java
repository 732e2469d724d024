package dev.rubedo.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UrlSecretsTest {

    private static final String URL = "jdbc:h2:x;USER=me;PASSWORD=hush";

    @Test
    void aMessageWithTheUrlIsCopiedWithoutThePassword() {
        var failure = new SQLException("The path in \"" + URL + "\" is wrong. Use another.", "90011", 90011);

        var shown = UrlSecrets.of(URL, Map.of()).redacted(failure);

        assertThat((Throwable) shown)
                .hasMessage("The path in \"jdbc:h2:x;USER=me;PASSWORD=***\" is wrong. Use another.")
                .hasFieldOrPropertyWithValue("SQLState", "90011").hasFieldOrPropertyWithValue("errorCode", 90011);
        assertThat(shown.getStackTrace()).isEqualTo(failure.getStackTrace());
    }

    @Test
    void aPieceOfTheUrlInACauseIsFoundToo() {
        var cause = new UnknownHostException("me:hush@localhost");
        var failure = new SQLException("The attempt failed", "08001", cause);

        var shown = UrlSecrets.of("jdbc:x://me:hush@localhost/shop", Map.of()).redacted(failure);

        assertThat((Throwable) shown).hasMessage("The attempt failed")
                .hasRootCauseMessage("java.net.UnknownHostException: me:***@localhost");
    }

    @Test
    void aPropertyIsASecretByItsName() {
        var failure = new SQLException("cannot open with hush");

        var shown = UrlSecrets.of("jdbc:x:y", Map.of("sslPassword", "hush", "user", "me")).redacted(failure);

        assertThat((Throwable) shown).hasMessage("cannot open with ***");
    }

    @Test
    void anExceptionWithoutASecretStaysWhatItIs() {
        var failure = new SQLException("The server is gone", new java.net.ConnectException("refused"));

        assertThat((Throwable) UrlSecrets.of(URL, Map.of()).redacted(failure)).isSameAs(failure);
    }

    @Test
    void aPasswordThatIsAlsoTheUserIsHiddenOnlyWherePasswordsStand() {
        var secrets = UrlSecrets.of("jdbc:x://postgres:postgres@h/y",
                Map.of("user", "postgres", "password", "postgres"));

        var shown = secrets.redacted(new SQLException("user \"postgres\" may not, bad host postgres:postgres@h"));

        assertThat((Throwable) shown).hasMessage("user \"postgres\" may not, bad host postgres:***@h");
    }

    @Test
    void ofAnUnknownUrlTheFormTells() {
        var failure = new SQLException("cannot reach jdbc:x://me:hush@h/y?password=hush&a=b now");

        assertThat((Throwable) UrlSecrets.ofUnknownUrl().redacted(failure))
                .hasMessage("cannot reach jdbc:x://me:***@h/y?password=***&a=b now");
    }

    @Test
    void anOptionWithOptionsOfItsOwnIsASecretAsAWhole() {
        var dsn = "oracle:///?dsn=(DESCRIPTION%3D(SECURITY%3D(MY_WALLET_PASSWORD%3Dhush)))";

        assertThat(DatabaseUrl.of(dsn)).hasToString("oracle:///?dsn=***");
        assertThat(UrlSecrets.masked(dsn)).isEqualTo("oracle:///?dsn=***");
        assertThat((Throwable) UrlSecrets.ofUnknownUrl()
                .redacted(new SQLException("bad mssql:///?odbc_connect=SERVER%3Dh%3BPWD%3Dhush now")))
                .hasMessage("bad mssql:///?odbc_connect=*** now");
    }
}
