package dev.rubedo.examples.recipes.path;

import static dev.rubedo.examples.recipes.path.Folder_.FOLDER;
import static dev.rubedo.orm.Orm.literal;
import static dev.rubedo.orm.Orm.substring;
import static dev.rubedo.orm.Orm.update;

import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;

/** Folders and their contents. Stateless and thread-safe. */
public final class Folders {

    /** The entities. */
    public static final Model MODEL = Model.of(FOLDER);

    private Folders() {}

    /** Moves a folder and everything below it, with one statement. */
    public static long move(Session session, String from, String to) {
        return session.execute(update(FOLDER)
                .set(FOLDER.path, literal(to).concat(substring(FOLDER.path, from.length() + 1, 200)))
                .where(FOLDER.path.startsWith(from))).rowCount();
    }
}
