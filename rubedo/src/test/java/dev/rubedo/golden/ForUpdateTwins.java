package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.sql.Sql.*;

/** Row locks. */
final class ForUpdateTwins {

    private ForUpdateTwins() {}

    static void add(Twins twins) {
        twins.add("forupdate.nowait", () -> select(users.id).forUpdate(lock -> lock.noWait()));
        twins.add("forupdate.of_alias", () -> {
            var u = users.as("u");
            return select(u.column(users.id)).forUpdate(lock -> lock.of(u).noWait());
        });
        twins.add("forupdate.of_columns",
                () -> select(users.id).join(addresses).forUpdate(lock -> lock.of(users, addresses)));
        twins.add("forupdate.of_table", () -> select(users.id).join(addresses).forUpdate(lock -> lock.of(users)));
        twins.add("forupdate.plain", () -> select(users.id).forUpdate());
        twins.add("forupdate.read_nowait", () -> select(users.id).forShare(lock -> lock.noWait()));
        twins.add("forupdate.skip_locked", () -> select(users.id).forUpdate(lock -> lock.skipLocked()));
        twins.add("forupdate.with_limit", () -> select(users.id).orderBy(users.id).limit(3).forUpdate());
        for (var id : twins.all().keySet()) {
            twins.differs(id, "sqlite", "the recorded text leaves the lock out; here it is refused");
        }
        for (var id : new String[]{"forupdate.of_alias", "forupdate.of_columns", "forupdate.of_table"}) {
            twins.differs(id, "mariadb", "the recorded text leaves OF out; here it is refused");
        }
    }
}
