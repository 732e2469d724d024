package planted.schema;

import java.sql.SQLException;

/** Schema metadata that talks to a database. */
public class Connecting {
    void connect() throws SQLException {
        throw new SQLException("planted");
    }
}
