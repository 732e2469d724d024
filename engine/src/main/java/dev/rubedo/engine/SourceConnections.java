package dev.rubedo.engine;

import dev.rubedo.backend.Backend;
import dev.rubedo.backend.Backends;
import dev.rubedo.backend.UrlSecrets;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The connections of a data source. As thread-safe as the data source. */
final class SourceConnections {

    private final DataSource source;
    private final @Nullable AmbientTransactions ambient;
    private final @Nullable String user;
    private final @Nullable String password;

    /** @param ambient rejects connections in transactions of other frameworks, or null to allow them */
    SourceConnections(DataSource source, @Nullable AmbientTransactions ambient, @Nullable String user,
            @Nullable String password) {
        this.source = source;
        this.ambient = ambient;
        this.user = user;
        this.password = password;
    }

    /**
     * Rejects a use of the data source in a transaction of another framework.
     *
     * @throws RubedoException {@link ErrorCode#TRANSACTION_STATE} if there is one
     */
    void refuseAmbient() {
        if (ambient != null) {
            ambient.refuse();
        }
    }

    /** Gets a connection from the data source, whose exceptions may contain a URL with its password. */
    java.sql.Connection get() throws SQLException {
        try {
            return user == null ? source.getConnection() : source.getConnection(user, password);
        } catch (SQLException e) {
            throw UrlSecrets.ofUnknownUrl().redacted(e);
        }
    }

    /** Gets a connection before the database product, and thus the meaning of the driver's errors, is known. */
    java.sql.Connection first() {
        try {
            return get();
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** Connects to determine the product. */
    Product product() {
        try (var connection = get()) {
            return product(connection);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** Returns the product of a connection. */
    static Product product(java.sql.Connection connection) throws SQLException {
        var metaData = connection.getMetaData();
        var backend = Backends.forProduct(metaData.getDatabaseProductName(), metaData.getDatabaseProductVersion());
        String url = metaData.getURL();
        String identity = metaData.getUserName() + "/" + connection.getCatalog() + "/" + connection.getSchema();
        return new Product(backend, backend.version(metaData),
                url == null ? "jdbc:" + backend.dialect().name() + ":" : url, identity);
    }

    private static RubedoException unusable(SQLException e) {
        return new RubedoException(ErrorCode.OPERATIONAL,
                "The data source returned no connection: " + e.getMessage() + ". Check its configuration.", e);
    }

    /** The database product that a data source connects to. Immutable. */
    record Product(Backend backend, ServerVersion version, String url, String identity) {}
}
