package planted.sql;

import java.nio.file.Path;

/** Part of a tree that knows files. */
public class Reader {
    Path path() {
        return Path.of("x");
    }
}
