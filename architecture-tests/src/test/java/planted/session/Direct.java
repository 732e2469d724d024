package planted.session;

import java.sql.SQLException;

/** A session that goes around the engine. */
public class Direct {
    void run() throws SQLException {
        throw new SQLException("planted");
    }
}
